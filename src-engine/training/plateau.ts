// What the validations so far say: how often they have come to rest, and whether they have for so long that the run may end.
import type { ValidationPoint } from '../protocol/messages';

/** Validations without a new best that make a plateau. */
const PLATEAU_VALIDATIONS = 3;

/** Validations since the best one, at each validation: 0 where it was a new best. */
function sinceBest(validations: ValidationPoint[]): number[] {
  let best = Infinity;
  let since = 0;
  return validations.map(({ bitsPerByte }) => {
    since = bitsPerByte < best ? 0 : since + 1;
    best = Math.min(best, bitsPerByte);
    return since;
  });
}

/** How many plateaus lie before an update: each three validations in a row without a new best. */
export function plateausBefore(validations: ValidationPoint[], update: number): number {
  const past = validations.filter((point) => point.update <= update);
  return sinceBest(past).filter((since) => since > 0 && since % PLATEAU_VALIDATIONS === 0).length;
}

/** True when the newest `patience` validations were all no better than the best before them; patience 0 is never. */
export function isOutOfPatience(validations: ValidationPoint[], patience: number): boolean {
  return patience > 0 && (sinceBest(validations).at(-1) ?? 0) >= patience;
}
