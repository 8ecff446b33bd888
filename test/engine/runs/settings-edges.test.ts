// Tests that settings at their edges and beyond, over a text of any length and any bytes, train or are refused with a sentence.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { summarise } from '../../../src-engine/corpus/summary';
import { openTextFiles } from '../../../src-engine/corpus/text-files';
import { SETTINGS, SETTING_NAMES, settingsProblem, type Settings } from '../../../src-engine/hyperparameters';
import { isProblem } from '../../../src-engine/problem';
import { createRun } from '../../../src-engine/runs/open-run';
import { FILES, exampleText, smallSettings, temporaryFolder } from '../built-engine';

const UPDATES = 2;
let runs = 0;

/** The updates that were done, or the sentence with which the run was refused or given up. */
async function outcomeOf(settings: Settings, bytes: Uint8Array): Promise<{ update: number } | { sentence: string }> {
  const home = await temporaryFolder();
  const path = join(home, 'text.txt');
  await writeFile(path, bytes);
  try {
    const run = await createRun(
      FILES,
      { folder: join(home, `run-${runs++}`), name: 'run', paths: [path], settings },
      {},
    );
    try {
      await run.train(UPDATES);
      return { update: run.update };
    } finally {
      await run.close();
    }
  } catch (error) {
    if (!isProblem(error)) throw error;
    return { sentence: error.message };
  }
}

function expectTrainedOrRefused(outcome: Awaited<ReturnType<typeof outcomeOf>>): void {
  if ('update' in outcome) expect(outcome.update).toBe(UPDATES);
  else expect(outcome.sentence).toMatch(/^[^\n]{10,400}[.?]$/);
}

const mostly = (usual: number[], rare: number[]) =>
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom(...rare) });

const edges: Partial<Record<keyof Settings, fc.Arbitrary<unknown>>> = {
  hiddenSize: mostly([1, 2, 8, 33], [0, 4097, NaN]),
  truncation: mostly([0, 1, 2, 9], [50, 4096, 1.5]),
  steps: mostly([0], [1, 3, 4096]),
  lanes: mostly([1, 2, 7], [300, 4096, 5000]),
  learningRate: mostly([1e-7, 1e-3, 1, 10], [0, 1e-30, 1e30, NaN, Infinity, -1]),
  seed: mostly([0, 1, 2 ** 32 - 1], [-1, 2 ** 32, 0.5]),
  backprop: fc.constantFrom('segment', 'sliding'),
  optimizer: fc.constantFrom('sgd', 'momentum', 'rmsprop', 'adagrad', 'adam', 'adamw'),
  alphabet: fc.constantFrom('all', 'occurring'),
  validationShare: mostly([0, 0.5, 1e-9], [1]),
};

test('settings at their edges train or are refused', async () => {
  const reached = { trained: 0, refused: 0 };
  const settings = fc
    .record(edges)
    .map((chosen) => smallSettings({ length: UPDATES, threads: 1, ...chosen } as Partial<Settings>));
  await fc.assert(
    fc.asyncProperty(settings, fc.integer({ min: 0, max: 400 }), async (chosen, bytes) => {
      // Most of what one value alone refuses is known without a run.
      if (settingsProblem(chosen) !== null && bytes % 4 > 0) return;
      const outcome = await outcomeOf(chosen, exampleText(bytes));
      expectTrainedOrRefused(outcome);
      reached['update' in outcome ? 'trained' : 'refused'] += 1;
    }),
    { numRuns: 60 },
  );
  expect(reached.trained).toBeGreaterThan(5);
  expect(reached.refused).toBeGreaterThan(5);
});

test.each<[string, Partial<Settings>]>([
  ['one hidden unit', { hiddenSize: 1 }],
  ['no truncation', { backprop: 'sliding', truncation: 0, steps: 1 }],
  ['the greatest rate', { learningRate: SETTINGS.learningRate.kind === 'number' ? SETTINGS.learningRate.most : 1 }],
  ['the greatest seed', { seed: 2 ** 32 - 1 }],
])('%s trains', async (_, chosen) => {
  const outcome = await outcomeOf(smallSettings({ length: UPDATES, threads: 1, ...chosen }), exampleText(2000));
  expect(outcome).toEqual({ update: UPDATES });
});

test.each<[string, Partial<Settings>, RegExp]>([
  ['more lanes than bytes', { lanes: 4096 }, /needs? [\d,]+\. Choose at most \d+ lanes\.$/],
  ['a truncation longer than the text', { lanes: 1, truncation: 4096 }, /Choose a truncation of at most/],
  ['a rate of 0', { learningRate: 0 }, /Learning rate 0 is out of range/],
  ['a rate of 1e30', { learningRate: 1e30 }, /Learning rate .* is out of range/],
  ['a rate that is not a number', { learningRate: NaN }, /Learning rate "NaN" is not a number/],
])('%s is refused, and the sentence says what would do', async (_, chosen, wanted) => {
  const outcome = await outcomeOf(smallSettings({ length: UPDATES, threads: 1, ...chosen }), exampleText(2000));
  expect(outcome).toEqual({ sentence: expect.stringMatching(wanted) as string });
});

test('the largest network trains', async () => {
  const chosen = { hiddenSize: 4096, lanes: 1, truncation: 2, optimizer: 'sgd', validationShare: 0 } as const;
  const outcome = await outcomeOf(smallSettings({ length: UPDATES, threads: 1, ...chosen }), exampleText(200));
  // Where the computer has too little memory, it says so.
  if ('sentence' in outcome) expect(outcome.sentence).toContain('memory');
  else expect(outcome.update).toBe(UPDATES);
});

test('every number of the table is refused beyond its range', () => {
  for (const name of SETTING_NAMES) {
    const setting = SETTINGS[name];
    if (setting.kind !== 'number') continue;
    for (const value of [setting.least - 1, setting.most * 2 + 1, NaN, Infinity, '1', null, {}]) {
      const sentence = settingsProblem({ ...smallSettings(), [name]: value });
      expect(sentence, `${name} ${JSON.stringify(value)}`).toMatch(/^[^\n]+\.$/);
    }
  }
});

test('twenty thousand bytes of any kind are a text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 255 }), fc.nat(), async (modulus, seed) => {
      let state = seed;
      const bytes = Uint8Array.from({ length: 20_000 }, () => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
        return (state >>> 16) % (modulus + 1);
      });
      expectTrainedOrRefused(await outcomeOf(smallSettings({ length: UPDATES, threads: 1 }), bytes));
      const path = join(await temporaryFolder(), 'text');
      await writeFile(path, bytes);
      const text = await openTextFiles([path]);
      const told: string[] = [];
      await summarise(
        text,
        { onSummary: ({ firstLines }) => told.push(firstLines), onCounts: () => undefined },
        new AbortController().signal,
      );
      await text.close();
      expect(told).toHaveLength(1);
    }),
    { numRuns: 8 },
  );
});
