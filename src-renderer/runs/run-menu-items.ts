// Which things can be done with a run, or with several that are picked, depending on their states.
import type { RunSummary } from '../../src-engine/protocol/messages';
import { canHandOver } from './handover-choice';
import { canQueue, type RunActions } from './run-actions.svelte';

export interface RunMenuItem {
  label: string;
  /** Where there is little room. */
  short?: string;
  /** Which does the same on the row itself. */
  key?: string;
  perform: () => void;
}

export interface RunMenuParts {
  actions: RunActions;
  duplicate: (id: string) => void;
  compare: (runs: readonly RunSummary[]) => void;
}

const archiving = (runs: readonly RunSummary[], actions: RunActions): RunMenuItem =>
  runs.every(({ isArchived }) => isArchived)
    ? { label: 'Take out of the archive', short: 'Take out', perform: () => actions.archive(runs, false) }
    : { label: 'Archive', perform: () => actions.archive(runs, true) };

export function runMenuItems(run: RunSummary, { actions, duplicate }: RunMenuParts): RunMenuItem[] {
  const { id, state, queuePlace } = run;
  const queueing: RunMenuItem[] = [];
  if (canQueue(run)) queueing.push({ label: 'Add to queue', perform: () => actions.queue([run]) });
  if (queuePlace !== null) {
    queueing.push({ label: 'Move up', key: 'Alt+↑', perform: () => actions.moveInQueue(id, queuePlace - 1) });
    queueing.push({ label: 'Move down', key: 'Alt+↓', perform: () => actions.moveInQueue(id, queuePlace + 1) });
  }
  if (state === 'queued') queueing.push({ label: 'Remove from queue', perform: () => actions.unqueue(id) });
  return [
    { label: 'Rename', key: 'F2', perform: () => (actions.renaming = id) },
    ...queueing,
    { label: 'New run with these settings', perform: () => duplicate(id) },
    ...(canHandOver(run) ? [{ label: 'Continue on a bigger machine…', perform: () => actions.handover.ask(run) }] : []),
    { label: 'Show folder', perform: () => actions.reveal(id) },
    archiving([run], actions),
    { label: 'Move to trash…', key: 'Del', perform: () => void actions.trash([run]) },
  ];
}

/** Of several: what cannot be done with one of them is done with the others. */
export function pickedMenuItems(runs: readonly RunSummary[], { actions, compare }: RunMenuParts): RunMenuItem[] {
  return [
    { label: 'Compare', perform: () => compare(runs) },
    ...(runs.some(canQueue) ? [{ label: 'Add to queue', short: 'Queue', perform: () => actions.queue(runs) }] : []),
    archiving(runs, actions),
    { label: 'Move to trash…', short: 'Trash…', key: 'Del', perform: () => void actions.trash(runs) },
  ];
}
