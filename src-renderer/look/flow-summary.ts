// Says in words how far an error reaches back, and what a run's truncation leaves out.
import type { GradientFlow } from '../../src-engine/protocol/inspection';
import { formatCount, formatQuantity } from '../numbers/format';

/** A share that no update can feel. */
const NOTHING = 1e-6;

/** The first step at which less than `share` of the error is left, in the middle of the errors; null where it stays above. */
export function stepsUntil(flow: GradientFlow, share: number): number | null {
  const steps = flow.median.findIndex((left) => left < share);
  return steps < 0 ? null : steps;
}

const steps = (count: number): string => (count === 1 ? '1 step' : `${formatCount(count)} steps`);

function reach(flow: GradientFlow): string {
  const told = [
    { share: 0.5, words: 'half of it is gone' },
    { share: 0.1, words: '90 %' },
    { share: 0.01, words: '99 %' },
  ].flatMap(({ share, words }) => {
    const count = stepsUntil(flow, share);
    return count === null ? [] : [`after ${steps(count)} ${words}`];
  });
  const last = flow.median.length - 1;
  if (told.length === 0) {
    return `An error flows back through all ${steps(last)} that were followed; ${formatQuantity(100 * (flow.median[last] ?? 0))} % of it is left.`;
  }
  return `A typical error fades as it flows back: ${told.join(', ')}.`;
}

export function flowInWords(flow: GradientFlow, truncation: number | null): string {
  const left = truncation === null ? undefined : flow.median[truncation];
  if (left === undefined || truncation === null) return reach(flow);
  const rest = left < NOTHING ? 'practically nothing' : `${formatQuantity(100 * left)} %`;
  return `${reach(flow)} Truncation after ${steps(truncation)}, the dashed line, cuts it off where ${rest} of it is left.`;
}
