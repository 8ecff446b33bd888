// The loss chart in words, for those who do not see it.
import type { MetricPoint, ValidationPoint } from '../../src-engine/protocol/messages';
import { formatCount, formatLoss } from '../numbers/format';
import { fromBits, fromNats, lossUnitLabel, type LossUnit } from '../numbers/loss-unit';
import type { ChartNote } from './chart-notes';
import { bestValidation } from './loss-curves';

interface Figures {
  points: MetricPoint[];
  validations: ValidationPoint[];
  notes: ChartNote[];
}

/** From where to where it went, its least, the best validation, and the notes. */
export function lossInWords({ points, validations, notes }: Figures, unit: LossUnit): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return 'No updates yet.';
  const say = (nats: number): string => formatLoss(fromNats(nats, unit));
  const least = points.reduce((lowest, point) => (point.lossNats < lowest.lossNats ? point : lowest));
  const best = validations[bestValidation(validations)];
  // The greatest of what the first point represents: it stays the same however many that are.
  const sentences = [
    `The loss started at ${say(first.greatestLossNats)} and is ${say(last.lossNats)} ${lossUnitLabel(unit)} at update ${formatCount(last.update)}.`,
    `Its lowest was ${say(least.lossNats)} near update ${formatCount(least.update)}.`,
  ];
  if (best) {
    sentences.push(
      `The best of ${formatCount(validations.length)} validations was ${formatLoss(fromBits(best.bitsPerByte, unit))} at update ${formatCount(best.update)}.`,
    );
  }
  if (notes.length > 0) {
    const told = notes.map(({ update, text }) => `${text} at update ${formatCount(update)}`);
    sentences.push(`Notes: ${told.join('; ')}.`);
  }
  return sentences.join(' ');
}

/** At most `most` points, evenly chosen, the last always among them: the rows of a table. */
export function rowsOf(points: MetricPoint[], most: number): MetricPoint[] {
  const stride = Math.max(1, Math.ceil(points.length / most));
  return points.filter((_, index) => (points.length - 1 - index) % stride === 0);
}
