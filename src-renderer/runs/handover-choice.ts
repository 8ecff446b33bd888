// What a person chooses when a run goes on on a bigger machine: a sensible choice to begin with, what is wrong with another, what becomes of the run.
import { settingProblem } from '../../src-engine/hyperparameters';
import type { HandoverChoice } from '../../src-engine/protocol/handing-over';
import type { RunSummary } from '../../src-engine/protocol/messages';
import { formatCount } from '../numbers/format';
import { longerProblem, suggestedLength } from '../run/longer-length';

/** As typed: null for what is no number. */
export interface TypedChoice extends Omit<HandoverChoice, 'hiddenSize' | 'lanes' | 'length'> {
  hiddenSize: number | null;
  lanes: number | null;
  length: number | null;
}

/** There is something to go on with. */
export const canHandOver = ({ update }: RunSummary): boolean => update > 0;

/** A larger text is seldom wanted twice on a disk. */
const LARGE_TEXT_BYTES = 2e9;

const unitsOf = ({ settings }: RunSummary): number => Number(settings.hiddenSize ?? 0);
const lanesOf = ({ settings }: RunSummary): number => Number(settings.lanes ?? 0);

export function suggestedChoice(run: RunSummary): HandoverChoice {
  const { length, unit } = suggestedLength(run);
  return {
    copiesText: run.textBytes <= LARGE_TEXT_BYTES,
    hiddenSize: unitsOf(run),
    lanes: lanesOf(run),
    fromScratch: false,
    length,
    lengthUnit: unit,
  };
}

/** The run itself goes on; otherwise a new one, which begins where it stands or from initial weights. */
function isSameRun(run: RunSummary, { hiddenSize, lanes, fromScratch }: TypedChoice): boolean {
  return !fromScratch && hiddenSize === unitsOf(run) && lanes === lanesOf(run);
}

/** Null where the engine may be asked for it; a sentence for each field otherwise. */
export function choiceProblems(run: RunSummary, choice: TypedChoice) {
  const { hiddenSize, lanes, length, lengthUnit, fromScratch } = choice;
  const units = settingProblem('hiddenSize', hiddenSize ?? '');
  const isNarrower = !fromScratch && (hiddenSize ?? 0) < unitsOf(run);
  const atLeast = `A run goes on with as many units or more: enter at least ${formatCount(unitsOf(run))}.`;
  const standing = isSameRun(run, choice) ? run : { ...run, update: 0, elapsedMs: 0 };
  return {
    hiddenSize: units ?? (isNarrower ? atLeast : null),
    lanes: settingProblem('lanes', lanes ?? ''),
    length: longerProblem(standing, length, lengthUnit),
  };
}

/** What goes on there. */
export function becomesSentence(run: RunSummary, choice: TypedChoice): string {
  if (choice.fromScratch) return 'A new run begins there, with these settings and initial weights.';
  if (isSameRun(run, choice)) return `This run goes on there from update ${formatCount(run.update)}, with its curve.`;
  return choice.hiddenSize === unitsOf(run)
    ? 'A new run goes on there with these weights, the optimiser and the schedule.'
    : 'A new run goes on there: the wider network computes what this one does, and its optimiser begins again.';
}
