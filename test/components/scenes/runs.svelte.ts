// Scene of the list of runs: what is done with a run is told.
import { mount } from 'svelte';
import type { RunSummary } from '../../../src-engine/protocol/messages';
import type { WindowApi } from '../../../src-main/calls/window-api';
import { Notices } from '../../../src-renderer/notices/notices.svelte';
import { RunActions } from '../../../src-renderer/runs/run-actions.svelte';
import { RunPicks } from '../../../src-renderer/runs/run-picks.svelte';
import RunRows from '../../../src-renderer/runs/RunRows.svelte';
import { exampleRun } from './example-run';
import type { Scene } from './scene';

/** Runs are named for their identifiers; the first is opened. */
export const runRows: Scene<{ ids: string[]; facts?: Partial<RunSummary>; areQueued?: boolean }> = (
  { target, tell },
  { ids, facts, areQueued = false },
) => {
  const placed = (ordered: string[]): RunSummary[] =>
    ordered.map((id, index) =>
      exampleRun(id, { ...facts, ...(areQueued ? { state: 'queued', queuePlace: index + 1 } : {}) }),
    );
  let runs = $state.raw(placed(ids));
  let openedId = $state(ids[0] ?? null);
  const api = {
    revealRun: (id: string) => {
      tell('reveal', id);
      return Promise.resolve();
    },
    trashRuns: (trashed: { id: string }[]) => {
      tell('trash', ...trashed.map(({ id }) => id));
      return Promise.resolve({ gone: [], sentence: null });
    },
  } satisfies Partial<WindowApi>;
  const actions = new RunActions({
    api: api as unknown as WindowApi,
    notices: new Notices(),
    open: () => undefined,
    gone: () => undefined,
    send: (command) => {
      tell(command);
      if (command.kind === 'rename-run') {
        runs = runs.map((run) => (run.id === command.run ? { ...run, name: command.name } : run));
      }
      if (command.kind === 'colour-run') {
        runs = runs.map((run) => (run.id === command.run ? { ...run, colour: command.colour } : run));
      }
      if (command.kind === 'move-in-queue') {
        const others = runs.map(({ id }) => id).filter((id) => id !== command.run);
        runs = placed(others.toSpliced(command.place - 1, 0, command.run));
      }
      return true;
    },
  });
  // As the column of runs gives it a height.
  Object.assign(target.style, { display: 'flex', flexDirection: 'column', width: '240px', height: '400px' });
  const picks = new RunPicks();
  mount(RunRows, {
    target,
    props: {
      parts: {
        actions,
        duplicate: (id) => tell('duplicate', id),
        compare: (compared) => tell('compare', ...compared.map(({ id }) => id)),
      },
      picks,
      get picked() {
        return picks.of(runs);
      },
      get runs() {
        return runs;
      },
      get openedId() {
        return openedId;
      },
      onopen: (id) => {
        tell('open', id);
        openedId = id;
      },
    },
  });
};
