// A seed by chance, of all that a setting or a text may have.
import { GREATEST_SEED } from '../../src-engine/protocol/scalars';

export function randomSeed(): number {
  return Math.floor(Math.random() * (GREATEST_SEED + 1));
}
