// Which things can be done with a run, depending on its state.
import type { RunSummary } from '../../src-engine/protocol/messages';
import type { RunActions } from './run-actions.svelte';

export interface RunMenuItem {
  label: string;
  /** Which does the same on the row itself. */
  key?: string;
  perform: () => void;
}

export function runMenuItems(run: RunSummary, actions: RunActions, duplicate: (id: string) => void): RunMenuItem[] {
  const { id, name, state, queuePlace } = run;
  const queueing: RunMenuItem[] = [];
  if (state === 'paused' || state === 'failed') {
    queueing.push({ label: 'Add to queue', perform: () => actions.queue(id) });
  }
  if (queuePlace !== null) {
    queueing.push({ label: 'Move up', key: 'Alt+↑', perform: () => actions.moveInQueue(id, queuePlace - 1) });
    queueing.push({ label: 'Move down', key: 'Alt+↓', perform: () => actions.moveInQueue(id, queuePlace + 1) });
  }
  if (state === 'queued') queueing.push({ label: 'Remove from queue', perform: () => actions.unqueue(id) });
  return [
    { label: 'Rename', key: 'F2', perform: () => (actions.renaming = id) },
    ...queueing,
    { label: 'New run with these settings', perform: () => duplicate(id) },
    { label: 'Show folder', perform: () => actions.reveal(id) },
    { label: 'Move to trash…', key: 'Del', perform: () => void actions.trash(id, name) },
  ];
}
