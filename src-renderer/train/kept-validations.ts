// Keeps a run's validations drawable and their memory bounded, however long it trains.
import type { ValidationPoint } from '../../src-engine/protocol/messages';
import { bestValidation } from './loss-curves';

export const MOST_VALIDATIONS = 2000;

/**
 * The validations with one more; those at its update or later go, since the run has gone back. Of too many about half go, evenly
 * along the run, but neither the best nor the newest.
 */
export function withValidation(known: ValidationPoint[], point: ValidationPoint): ValidationPoint[] {
  const all = [...known.filter(({ update }) => update < point.update), point];
  if (all.length <= MOST_VALIDATIONS) return all;
  const best = bestValidation(all);
  const apart = (2 * (point.update - (all[0]?.update ?? 0))) / MOST_VALIDATIONS;
  let next = 0;
  return all.filter(({ update }, index) => {
    if (update < next && index !== best && index !== all.length - 1) return false;
    if (update >= next) next = update + apart;
    return true;
  });
}
