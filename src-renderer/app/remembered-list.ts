// Reads what the window shows before its engine is there: the list as the last engine left it.
import * as v from 'valibot';
import type { RunSummary } from '../../src-engine/protocol/messages';
import { rememberedList, type RememberedList } from '../../src-engine/protocol/remembered-list';
import type { LastList } from '../../src-main/calls/window-api';

export type KnownList = Pick<RememberedList, 'runs' | 'models'>;

/** Whatever interrupted it, nothing trains before the engine is there. */
const asFound = (run: RunSummary): RunSummary => (run.state === 'training' ? { ...run, state: 'paused' } : run);

/** Null where nothing is known of what there is: no list, a damaged one, or one of another version. */
export function readList({ isEmpty, text }: LastList): KnownList | null {
  if (isEmpty) return { runs: [], models: [] };
  try {
    const { runs, models } = v.parse(rememberedList, JSON.parse(text ?? ''));
    return { runs: runs.map(asFound), models };
  } catch {
    return null;
  }
}
