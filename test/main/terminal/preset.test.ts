// `unroll train --preset`: the window's presets in the terminal; what is given beside it goes first.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exampleText, temporaryFolder } from '../../engine/built-engine';
import { runHost } from './terminal-host';

async function trainWith(...words: string[]) {
  const folder = await temporaryFolder();
  const text = join(folder, 'text.txt');
  await writeFile(text, exampleText(300_000));
  const run = join(folder, 'run');
  const { code, stderr } = await runHost(['train', text, '--run', run, '--json', '--updates', '2', ...words]);
  expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
  const { settings } = JSON.parse(await readFile(join(run, 'run.json'), 'utf8')) as {
    settings: Record<string, unknown>;
  };
  return { settings, stderr };
}

test('fits width, schedule and alphabet, and says the options that do the same', async () => {
  const { settings, stderr } = await trainWith('--preset', 'balanced', '--hidden', '24');
  expect(settings).toMatchObject({
    hiddenSize: 24,
    schedule: 'cosine',
    alphabet: 'occurring',
    lengthUnit: 'updates',
    length: 2,
  });
  expect(stderr).toContain('Balanced is here: --hidden 24 --alphabet occurring --optimizer adamw');
  expect(stderr).toContain('--updates 2');
});

test('by the book takes plain gradient descent, with what is given beside it', async () => {
  const { settings } = await trainWith('--preset', 'by-the-book', '--learning-rate', '0.001');
  expect(settings).toMatchObject({ optimizer: 'sgd', lanes: 1, backprop: 'sliding', steps: 1, learningRate: 0.001 });
});
