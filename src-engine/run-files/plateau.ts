// What the validations so far say, in a few numbers however many they are: how often they have come to rest, and whether for so long that the run may end.
import type { ValidationPoint } from '../protocol/messages';

/** Validations without a new best that make a plateau. */
const PLATEAU_VALIDATIONS = 3;

export interface ValidationsSoFar {
  newest: ValidationPoint | null;
  bestBitsPerByte: number;
  /** Validations since the best one. */
  sinceBest: number;
  /** Each three validations in a row without a new best. */
  plateaus: number;
}

const NONE: ValidationsSoFar = { newest: null, bestBitsPerByte: Infinity, sinceBest: 0, plateaus: 0 };

export function withNext(soFar: ValidationsSoFar, point: ValidationPoint): ValidationsSoFar {
  const isBest = point.bitsPerByte < soFar.bestBitsPerByte;
  const sinceBest = isBest ? 0 : soFar.sinceBest + 1;
  return {
    newest: point,
    bestBitsPerByte: isBest ? point.bitsPerByte : soFar.bestBitsPerByte,
    sinceBest,
    plateaus: soFar.plateaus + (sinceBest > 0 && sinceBest % PLATEAU_VALIDATIONS === 0 ? 1 : 0),
  };
}

export const validationsSoFar = (points: ValidationPoint[]): ValidationsSoFar => points.reduce(withNext, NONE);

/** How many plateaus lie before an update. */
export const plateausBefore = (points: ValidationPoint[], update: number): number =>
  validationsSoFar(points.filter((point) => point.update <= update)).plateaus;

/** True when the newest `patience` validations were all no better than the best before them; patience 0 is never. */
export const isOutOfPatience = ({ sinceBest }: ValidationsSoFar, patience: number): boolean =>
  patience > 0 && sinceBest >= patience;
