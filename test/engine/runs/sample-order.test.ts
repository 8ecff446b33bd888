// Tests that a run's samples are kept in their order, although several are written at once.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { managedRuns } from './managed-runs';

test('samples are kept in the order of their updates, whichever is written first', async () => {
  const answers: ((text: string) => void)[] = [];
  const { start, told, next, fileOf } = await managedRuns(undefined, () => {
    const written = new Promise<string>((resolve) => answers.push(resolve));
    if (answers.length === 2) {
      answers[1]!('second');
      setImmediate(() => answers[0]!('first'));
    }
    return written;
  });
  const isLast = next('sample', ({ sample }) => sample.update === 40);
  const run = await start({ length: 40, sampleEvery: 20 });
  await isLast;
  const updates = told.flatMap((event) => (event.kind === 'sample' ? [event.sample.update] : []));
  expect(updates).toEqual([20, 40]);
  const kept = async () => {
    const lines = (await readFile(fileOf(run, 'samples.jsonl'), 'utf8')).split('\n').slice(0, -1);
    return lines.map((line) => (JSON.parse(line) as { text: string }).text);
  };
  await expect.poll(kept).toEqual(['first', 'second']);
});
