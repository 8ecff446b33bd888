// Tests what is left of the list for the next start: what the engine told last, in bounds, and nothing before all of it was told.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { rememberedList, type RememberedList } from '../../../src-engine/protocol/remembered-list';
import type { RunSummary } from '../../../src-engine/protocol/messages';
import { ListMemory } from '../../../src-engine/runs/list-memory';
import { summary } from '../../run-summary';

const run = (id: string, createdMs: number, more: Partial<RunSummary> = {}): RunSummary =>
  summary(id, { createdMs, ...more });
const MODEL = { id: 'model-1', name: 'Verse', hiddenSize: 64, openedMs: 1, trained: null };

let path: string;
let memory: ListMemory;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'unroll-list-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  path = join(folder, 'list.json');
  memory = new ListMemory(path);
});

async function left(): Promise<RememberedList> {
  await memory.keep();
  return v.parse(rememberedList, JSON.parse(readFileSync(path, 'utf8')));
}

function tell(runs: RunSummary[], isFirst = true, isLast = true): void {
  memory.hear({ kind: 'runs', runs, isFirst, isLast });
}

it('the list is left as it was told last, with what changed since and without what is gone', async () => {
  tell([run('a', 1), run('b', 2), run('c', 3)]);
  memory.hear({ kind: 'models', models: [MODEL] });
  memory.hear({ kind: 'run-changed', run: run('a', 1, { name: 'Ahab', state: 'queued', queuePlace: 1 }) });
  memory.forget('c');
  const list = await left();
  expect(list.runs.map(({ name, state }) => [name, state])).toEqual([
    ['b', 'paused'],
    ['Ahab', 'queued'],
  ]);
  expect(list.models).toEqual([MODEL]);
  tell([run('a', 1)], true, false);
  tell([], false, true);
  expect((await left()).runs.map(({ id }) => id)).toEqual(['a']);
});

it('nothing is left before all runs and models were told', async () => {
  tell([run('a', 1)], true, false);
  memory.hear({ kind: 'models', models: [] });
  await memory.keep();
  expect(existsSync(path)).toBe(false);
  tell([], false, true);
  expect((await left()).runs).toHaveLength(1);
});

it('of thousands of runs the hundred newest are left, with the one that is open and those in the queue', async () => {
  memory.opened = 'opened';
  memory.hear({ kind: 'models', models: [] });
  const long = { name: '“'.repeat(200), sparkline: Array.from({ length: 60 }, () => Math.PI) };
  const newest = Array.from({ length: 3000 }, (_, index) => run(`r${index}`, 3000 - index, long));
  tell([run('opened', -2), ...newest, run('queued', -1, { state: 'queued', queuePlace: 1 })]);
  const ids = (await left()).runs.map(({ id }) => id);
  expect([ids.length, ids[0], ...ids.slice(97)]).toEqual([100, 'r0', 'r97', 'queued', 'opened']);
  expect(statSync(path).size).toBeLessThan(1_000_000);
});

it('a run whose loss is infinite can be read again', async () => {
  memory.hear({ kind: 'models', models: [] });
  tell([run('a', 1, { lossNats: Infinity, sparkline: [1, Infinity] })]);
  expect((await left()).runs[0]).toMatchObject({ lossNats: null, sparkline: [1] });
});

it('a change is written by itself, while progress alone is written once a minute', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const keep = vi.spyOn(memory, 'keep');
  memory.hear({ kind: 'models', models: [] });
  tell([run('a', 1)]);
  vi.advanceTimersByTime(1000);
  expect(keep).toHaveBeenCalledTimes(1);
  for (let second = 1; second < 60; second += 1) {
    memory.hear({ kind: 'run-changed', run: run('a', 1, { update: second, elapsedMs: second * 1000 }) });
    vi.advanceTimersByTime(1000);
  }
  expect(keep).toHaveBeenCalledTimes(1);
  memory.hear({ kind: 'run-changed', run: run('a', 1, { update: 60, elapsedMs: 60_000 }) });
  vi.advanceTimersByTime(1000);
  memory.hear({ kind: 'run-changed', run: run('a', 1, { update: 60, elapsedMs: 60_000, state: 'finished' }) });
  vi.advanceTimersByTime(1000);
  expect(keep).toHaveBeenCalledTimes(3);
});
