// Says in one line what a model was trained on.
import type { TrainingFacts } from '../../src-engine/protocol/network-choice';
import { formatCount, formatLoss } from '../numbers/format';

/** "Trained on Moby-Dick for 40,000 updates; 2.01 bits/byte on held-out text". */
export function trainingWords({ text, updates, bitsPerByte }: TrainingFacts): string {
  const trained = `Trained on ${text.replace(/\.[^.]{1,5}$/, '')} for ${formatCount(updates)} ${updates === 1 ? 'update' : 'updates'}`;
  return bitsPerByte === null ? trained : `${trained}; ${formatLoss(bitsPerByte)} bits/byte on held-out text`;
}
