// Remembers the list of runs and models from one start to the next, so that the window shows it before its engine is there.
import * as v from 'valibot';
import { modelSummary, runSummary, type ModelSummary, type RunSummary } from '../../src-engine/protocol/messages';
import type { LastList, WindowApi } from '../../src-main/calls/window-api';
import type { OpenedModels } from '../models/opened-models.svelte';
import type { RunList } from '../runs/run-list.svelte';
import { newestFirst } from '../runs/told-runs';
import type { Selection } from './selection.svelte';

const VERSION = 1;
/** More than a window shows. */
const MOST = 100;
/** The last of several changes is kept. */
const REST_MS = 500;
/** Of what changes all the time, a run's progress. */
const PROGRESS_MS = 60_000;

export interface RememberedList {
  runs: RunSummary[];
  models: ModelSummary[];
}

const fileContent = v.object({
  version: v.literal(VERSION),
  runs: v.pipe(v.array(runSummary), v.maxLength(MOST)),
  models: v.pipe(v.array(modelSummary), v.maxLength(MOST)),
});

/** Whatever interrupted it, nothing trains before the engine is there. */
const asFound = (run: RunSummary): RunSummary => (run.state === 'training' ? { ...run, state: 'paused' } : run);

/** Null where nothing is known of what there is: no list, a damaged one, or one of another version. */
export function readList({ isEmpty, text }: LastList): RememberedList | null {
  if (isEmpty) return { runs: [], models: [] };
  try {
    const { runs, models } = v.parse(fileContent, JSON.parse(text ?? ''));
    return { runs: runs.map(asFound), models };
  } catch {
    return null;
  }
}

/** The newest, and before them the run that is open and those that wait for their turn. */
export function listText({ runs, models }: RememberedList, openedId: string | null): string {
  const isWanted = (run: RunSummary): boolean => run.id === openedId || run.queuePlace !== null;
  const wantedFirst = [...runs.filter(isWanted), ...runs.filter((run) => !isWanted(run))].slice(0, MOST);
  const kept = newestFirst(wantedFirst).map((run) => ({
    ...run,
    // JSON has no infinite numbers.
    sparkline: run.sparkline.filter((loss) => Number.isFinite(loss)),
  }));
  return JSON.stringify({ version: VERSION, runs: kept, models: models.slice(0, MOST) });
}

const signOf = ({ id, name, state, queuePlace, colour, isArchived, elapsedMs }: RunSummary): string =>
  [id, name, state, queuePlace, colour, isArchived, Math.floor(elapsedMs / PROGRESS_MS)].join(' ');

export interface ListParts {
  runs: RunList;
  models: OpenedModels;
  selection: Selection;
}

/** While a component lives: has the list kept whenever something in it has changed, and is not about to change again. */
export function keepRemembering({ runs, models, selection }: ListParts, api: Pick<WindowApi, 'rememberList'>): void {
  const sign = $derived.by(() => {
    if (!runs.isWhole) return null;
    const names = models.all.map(({ id, name }) => `${id} ${name}`);
    return [selection.opened?.id ?? '', ...names, ...runs.runs.map(signOf)].join('\n');
  });
  $effect(() => {
    if (sign === null) return;
    const timer = setTimeout(() => {
      const text = listText({ runs: runs.runs, models: models.all }, selection.opened?.id ?? null);
      // Without it the next window waits for its engine.
      api.rememberList(text).catch(() => undefined);
    }, REST_MS);
    return () => clearTimeout(timer);
  });
}
