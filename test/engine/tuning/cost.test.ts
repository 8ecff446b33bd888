// Tests what a run is said to cost: counted from its settings, measured where speed is concerned, never beside a run that trains.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Settings } from '../../../src-engine/hyperparameters';
import type { Cost } from '../../../src-engine/protocol/messages';
import { CostEstimator } from '../../../src-engine/tuning/cost';
import { FILES, exampleText, smallSettings, temporaryFolder } from '../built-engine';

async function estimator(isTraining = () => false, text = exampleText(10_000)) {
  const told: (Cost & { isTraining: boolean })[] = [];
  const path = join(await temporaryFolder(), 'text.txt');
  await writeFile(path, text);
  const costs = new CostEstimator({
    files: FILES,
    emit: (event) => event.kind === 'cost' && told.push({ ...event.cost, isTraining: isTraining() }),
    threadOptionsFor: ({ threads }) => ({ threads, priority: 'normal' }),
    isTraining,
  });
  return {
    told,
    ask: (chosen: Partial<Settings>, paths = [path]) => costs.estimate(smallSettings(chosen), paths),
  };
}

test('parameters, memory and bytes are counted, the speed is measured', async () => {
  const { told, ask } = await estimator();
  await ask({ hiddenSize: 16, lanes: 4, truncation: 10, validationShare: 0.1, length: 3, lengthUnit: 'epochs' });
  expect(told.map(({ state }) => state)).toEqual(['measuring', 'measured']);
  const cost = told.at(-1)!;
  expect(cost.parameters).toBe(256 * 16 + 16 * 16 + 16 * 256);
  // 9,000 bytes in 4 lanes of floor(8,999 / 4) bytes, read 10 at a time.
  expect(cost.epochBytes).toBe(Math.floor(2249 / 10) * 40);
  expect(cost.runBytes).toBe(3 * cost.epochBytes!);
  expect(cost.memoryBytes).toBeGreaterThan(4 * cost.parameters!);
  expect(cost.bytesPerSecond).toBeGreaterThan(0);
});

test('a network that predicts only the bytes of its text has fewer parameters and takes less memory', async () => {
  // "abc…z" and the line's end: 27 bytes of 256.
  const { told, ask } = await estimator(() => false, Buffer.alloc(10_000, 'abcdefghijklmnopqrstuvwxyz\n'));
  await ask({ hiddenSize: 16 });
  const all = told.at(-1)!;
  expect(all.parameters).toBe(256 * 16 + 16 * 16 + 16 * 256);
  await ask({ hiddenSize: 16, alphabet: 'occurring' });
  const occurring = told.at(-1)!;
  expect(occurring.state).toBe('measured');
  expect(occurring.parameters).toBe(256 * 16 + 16 * 16 + 16 * 27);
  expect(occurring.memoryBytes).toBeLessThan(all.memoryBytes);
});

test('as long as there is no text, a count that depends on it is not known', async () => {
  const { told, ask } = await estimator();
  await ask({ hiddenSize: 16, alphabet: 'occurring' }, []);
  expect(told.at(-1)!.parameters).toBeNull();
  await ask({ hiddenSize: 16 }, []);
  expect(told.at(-1)!.parameters).toBe(256 * 16 + 16 * 16 + 16 * 256);
});

test('as long as there is no text, nothing is measured; what does not fit is reported all the same', async () => {
  const { told, ask } = await estimator();
  await ask({ hiddenSize: 16 }, []);
  expect(told.map(({ state }) => state)).toEqual(['without-text']);
  await ask({ hiddenSize: 4096, lanes: 4096, truncation: 1024 }, []);
  expect(told.at(-1)).toMatchObject({ state: 'impossible', bytesPerSecond: null });
});

test('what is measured once is not measured again, while only what costs nothing changes', async () => {
  const { told, ask } = await estimator();
  await ask({});
  await ask({ learningRate: 0.5, seed: 9, length: 7 });
  expect(told.map(({ state }) => state)).toEqual(['measuring', 'measured', 'measured']);
  expect(told[2]!.bytesPerSecond).toBe(told[1]!.bytesPerSecond);
  await ask({ hiddenSize: 8 });
  expect(told.map(({ state }) => state).slice(3)).toEqual(['measuring', 'measured']);
});

test('nothing is measured while a run trains, and it is made good for when it rests', async () => {
  let training = true;
  const { told, ask } = await estimator(() => training);
  const asking = ask({});
  // It looks again and again.
  await expect.poll(() => told.length).toBeGreaterThan(2);
  training = false;
  await asking;
  expect(told.filter((cost) => cost.isTraining).map(({ state }) => state)).not.toContain('measuring');
  expect(told.filter((cost) => !cost.isTraining).map(({ state }) => state)).toEqual(['measuring', 'measured']);
});

test('settings that do not fit the text or the computer are reported in a message', async () => {
  const { told, ask } = await estimator();
  await ask({ lanes: 4000, truncation: 100 });
  expect(told.at(-1)).toMatchObject({ state: 'impossible', bytesPerSecond: null });
  expect(told.at(-1)!.sentence).toContain('lanes');
});
