// `unroll train --init RUN --keep-optimizer`: another text with the run's optimiser and schedule, or with its weights alone.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exampleText, temporaryFolder } from '../../engine/built-engine';
import { runHost } from './terminal-host';

const SMALL = ['--hidden', '8', '--lanes', '2', '--truncation', '8', '--validation', '0', '--json'];

test('a run goes on with its optimiser where that is asked for, and a model file has none', async () => {
  const folder = await temporaryFolder();
  const [text, other] = [join(folder, 'text.txt'), join(folder, 'other.txt')];
  await writeFile(text, exampleText(2000));
  await writeFile(other, exampleText(3000));
  const recordOf = async (run: string) =>
    JSON.parse(await readFile(join(folder, run, 'run.json'), 'utf8')) as Record<string, unknown>;
  const train = (run: string, file: string, ...words: string[]) =>
    runHost(['train', file, ...SMALL, '--updates', '4', '--run', join(folder, run), ...words]);

  const rule = ['--optimizer', 'momentum', '--schedule', 'step', '--learning-rate', '0.02'];
  expect((await train('first', text, ...rule)).code).toBe(0);
  const from = ['--init', join(folder, 'first')];
  expect((await train('goes-on', other, ...from, '--keep-optimizer')).code).toBe(0);
  expect(await recordOf('goes-on')).toMatchObject({
    settings: { optimizer: 'momentum', schedule: 'step', learningRate: 0.02 },
    origin: { updates: 4, shareDone: 1 },
  });
  expect((await train('again', other, ...from)).code).toBe(0);
  expect(await recordOf('again')).toMatchObject({ settings: { optimizer: 'adam' }, origin: null });

  const model = join(folder, 'first', 'checkpoints', '4.safetensors');
  const refused = await train('refused', other, '--init', model, '--keep-optimizer');
  expect(refused.code).toBe(2);
  expect(refused.stderr).toBe('--keep-optimizer takes --init with a run: a model has no optimizer to go on with.\n');
  const mixed = await train('mixed', other, ...from, '--keep-optimizer', '--optimizer', 'sgd');
  expect(mixed.code).toBe(1);
  expect(mixed.stderr).toContain("The run's optimizer is momentum, which cannot go on as sgd.");
});
