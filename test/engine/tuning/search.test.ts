// Tests the search: who trains when and who is best with runs made up, and the whole of it with real ones.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { EngineEvent, Search } from '../../../src-engine/protocol/messages';
import type { SearchPlan } from '../../../src-engine/protocol/search-plan';
import { RunManager } from '../../../src-engine/runs/run-manager';
import { candidateSettings, SettingsSearch, type SearchRuns } from '../../../src-engine/tuning/search';
import type { LegEnd } from '../../../src-engine/runs/search-leg';
import { FILES, exampleText, smallSettings, temporaryFolder } from '../built-engine';

const PLAN: SearchPlan = {
  ranges: [{ name: 'learningRate', least: 0.0001, most: 1 }],
  minutes: 8,
  candidates: 8,
  seed: 1,
};
const WANTED = {
  name: 'Poem',
  paths: ['poem.txt'],
  textBytes: 10_000,
  encoding: 'utf-8' as const,
  settings: smallSettings(),
  plan: PLAN,
};

/** Runs whose loss is how far, by factors, their learning rate is from the best one. */
function madeUpRuns(best: number, end: (leg: LegEnd, id: string) => Partial<LegEnd> = () => ({})) {
  const rates = new Map<string, number>();
  const legs: { id: string; untilMs: number }[] = [];
  const runs: SearchRuns = {
    pause: () => Promise.resolve(),
    beginNext: () => undefined,
    trainLeg(wanted, untilMs, begun) {
      const id = typeof wanted === 'string' ? wanted : `run-${rates.size + 1}`;
      if (typeof wanted !== 'string') rates.set(id, wanted.settings.learningRate);
      begun(id);
      legs.push({ id, untilMs });
      const bitsPerByte = Math.abs(Math.log((rates.get(id) ?? NaN) / best));
      const leg: LegEnd = { isWhole: true, elapsedMs: untilMs, bitsPerByte, sentence: null };
      return Promise.resolve({ ...leg, ...end(leg, id) });
    },
  };
  return { runs, legs, rates };
}

function watched(runs: SearchRuns) {
  const told: Search[] = [];
  const search = new SettingsSearch(runs, (event: EngineEvent) => {
    if (event.kind === 'search' && event.search) told.push(event.search);
  });
  return { search, told, last: () => told.at(-1)! };
}

describe('A search', () => {
  test('trains all, then the better half, then the best two, each for as long in all as the plan says', async () => {
    const { runs, legs, rates } = madeUpRuns(0.01);
    const { search, last } = watched(runs);
    await search.start(WANTED);
    expect(last().state).toBe('finished');
    expect(legs.length).toBe(8 + 4 + 2);
    const time = new Map<string, number>();
    for (const { id, untilMs } of legs) time.set(id, Math.max(time.get(id) ?? 0, untilMs));
    expect([...time.values()].reduce((sum, ms) => sum + ms, 0)).toBeCloseTo(8 * 60_000, 3);
    expect(last().spentMs).toBeCloseTo(8 * 60_000, 3);
    const [best] = [...rates].toSorted(([, a], [, b]) => Math.abs(Math.log(a / 0.01)) - Math.abs(Math.log(b / 0.01)));
    expect(
      last()
        .candidates.filter(({ state }) => state === 'best')
        .map(({ run }) => run),
    ).toEqual([best![0]]);
    expect(last().candidates.filter(({ state }) => state === 'out').length).toBe(7);
  });

  test('passes over a candidate that cannot be trained', async () => {
    const { runs } = madeUpRuns(0.01, (_, id) =>
      id === 'run-1' ? { isWhole: false, bitsPerByte: null, sentence: 'The loss became NaN.' } : {},
    );
    const { search, last } = watched(runs);
    await search.start(WANTED);
    expect(last().state).toBe('finished');
    expect(last().candidates[0]).toMatchObject({ state: 'failed', sentence: 'The loss became NaN.' });
  });

  test('ends with the reason when none can be trained', async () => {
    const { search, last } = watched({
      pause: () => Promise.resolve(),
      beginNext: () => undefined,
      trainLeg: () => Promise.reject(Object.assign(new Error('The disk is full.'), { forPerson: true })),
    });
    await search.start(WANTED);
    expect(last()).toMatchObject({ state: 'ended', sentence: 'The disk is full.' });
  });

  test('ends when the user pauses its run, and says so', async () => {
    const { runs } = madeUpRuns(0.01, (_, id) => (id === 'run-3' ? { isWhole: false, elapsedMs: 1 } : {}));
    const { search, last } = watched(runs);
    await search.start(WANTED);
    expect(last()).toMatchObject({ state: 'ended', sentence: 'The search ended because its run was paused.' });
    expect(last().candidates.filter(({ rounds }) => rounds > 0).length).toBe(2);
  });

  test('compares on a held-out text of useful size, over the whole time that a candidate can get', () => {
    const settings = candidateSettings({ ...WANTED, textBytes: 1e9 }, { learningRate: 0.5 }, 120_000);
    expect(settings).toMatchObject({ learningRate: 0.5, length: 2, lengthUnit: 'minutes', patience: 0 });
    expect(settings.validationShare * 1e9).toBeLessThanOrEqual(100_000);
    const none = candidateSettings({ ...WANTED, settings: smallSettings({ validationShare: 0 }) }, {}, 1000);
    expect(none.validationShare).toBeGreaterThan(0);
  });
});

async function realSearch(minutes: number) {
  const home = await temporaryFolder();
  const text = join(home, 'text.txt');
  await writeFile(text, exampleText(20_000));
  const told: Search[] = [];
  const summaries = new Map<string, string>();
  const emit = (event: EngineEvent) => {
    if (event.kind === 'search' && event.search) told.push(event.search);
    if (event.kind === 'run-changed') summaries.set(event.run.id, event.run.state);
  };
  const manager = new RunManager({
    files: FILES,
    runsPath: join(home, 'runs'),
    emit,
    writeSample: () => Promise.resolve('words'),
  });
  onTestFinished(() => manager.shutDown().catch(() => undefined));
  const search = new SettingsSearch(manager, emit);
  const plan: SearchPlan = {
    ranges: [{ name: 'learningRate', least: 1e-6, most: 0.01 }],
    minutes,
    candidates: 4,
    seed: 5,
  };
  const done = search.start({
    name: 'Text',
    paths: [text],
    textBytes: 20_000,
    encoding: 'utf-8',
    settings: smallSettings(),
    plan,
  });
  return { search, done, manager, told, summaries, last: () => told.at(-1)! };
}

test('real runs are searched: they are ordinary runs, and the best has the least validation loss of the last round', async () => {
  const { done, summaries, last } = await realSearch(0.03);
  await done;
  expect(last().state).toBe('finished');
  expect(summaries.size).toBe(4);
  expect([...summaries.values()].every((state) => state === 'paused' || state === 'finished')).toBe(true);
  const lastRound = last().candidates.filter(({ rounds }) => rounds === 2);
  const best = last().candidates.find(({ state }) => state === 'best')!;
  expect(lastRound.length).toBe(2);
  expect(best.bitsPerByte).toBe(Math.min(...lastRound.map(({ bitsPerByte }) => bitsPerByte!)));
});

test('a search that is cancelled leaves its runs, paused, and trains no more', async () => {
  const { search, done, manager, told, summaries, last } = await realSearch(100);
  await expect.poll(() => told.some(({ candidates }) => candidates[0]?.run)).toBe(true);
  await search.cancel();
  await done;
  expect(last()).toMatchObject({ state: 'ended', sentence: null });
  expect(manager.isTraining).toBe(false);
  expect([...summaries.values()]).toEqual(['paused']);
});
