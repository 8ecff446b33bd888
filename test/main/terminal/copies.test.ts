// Tests `unroll copies` and `unroll generate --check-copies` on the built host.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { initialWeights } from '../../../src-engine/model/initialise';
import { encodeModel } from '../../../src-engine/model/model-file';
import { temporaryFolder } from '../../engine/built-engine';
import { runHost } from './terminal-host';

const TEXT =
  'It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness.\n';
const DRAFT = 'He said that it was the age of wisdom, it was the day.';

async function files() {
  const folder = await temporaryFolder();
  const paths = {
    text: join(folder, 'tale.txt'),
    draft: join(folder, 'draft.txt'),
    model: join(folder, 'm.safetensors'),
  };
  await writeFile(paths.text, TEXT);
  await writeFile(paths.draft, DRAFT);
  await writeFile(paths.model, encodeModel(initialWeights(16, 3, 'uniform')));
  return paths;
}

test('a draft’s copied stretches are told with their places, for people and for programs', async () => {
  const { text, draft } = await files();
  const told = await runHost(['copies', draft, '--text', text]);
  expect([told.code, told.stderr]).toEqual([0, '']);
  expect(told.stdout.toString()).toContain('The longest has 38 bytes.');
  expect(told.stdout.toString()).toContain('[ it was the age of wisdom, it was the ]');
  const json = JSON.parse((await runHost(['copies', draft, '--text', text, '--json'])).stdout.toString()) as {
    copies: { from: number; bytes: number; at: number; text: string }[];
    copied_share: number;
  };
  const at = TEXT.indexOf(' it was the age of wisdom');
  expect(json.copies).toMatchObject([{ from: 12, bytes: 38, at, text: ' it was the age of wisdom, it was the ' }]);
  expect(json.copied_share).toBeCloseTo(38 / DRAFT.length, 10);
  const none = await runHost(['copies', draft, '--text', text, '--copy-bytes', '39']);
  expect(none.stdout.toString()).toBe('No stretch of 39 bytes or more stands in "tale.txt".\n');
});

test('a draft that was saved as JSON is read as its bytes, without its prompt', async () => {
  const { text, draft } = await files();
  const bytes = [...Buffer.from(DRAFT)].map((byte) => ({ byte }));
  await writeFile(draft, JSON.stringify({ format: 'unroll-text', promptBytes: 40, bytes }));
  const json = JSON.parse((await runHost(['copies', draft, '--text', text, '--json'])).stdout.toString()) as Record<
    string,
    number
  >;
  expect(json).toMatchObject({ checked_bytes: DRAFT.length, generated_bytes: DRAFT.length - 40, copied_bytes: 10 });
  await writeFile(draft, '{"format":"unroll-text"');
  const damaged = await runHost(['copies', draft, '--text', text]);
  expect([damaged.code, damaged.stderr]).toEqual([
    1,
    '"draft.txt" is a draft that is damaged. Save it again, or choose another file.\n',
  ]);
});

test('what was just generated is checked too: on standard error, with the text that a model does not know', async () => {
  const { text, model } = await files();
  const plain = await runHost(['generate', model, '--bytes', '300', '--prompt', 'it was the worst of times']);
  const checked = await runHost([
    'generate',
    model,
    '--bytes',
    '300',
    '--prompt',
    'it was the worst of times',
    '--check-copies',
    '--text',
    text,
  ]);
  expect(checked.stdout).toEqual(plain.stdout);
  expect(checked.stderr).toContain('No stretch of 20 bytes or more stands in "tale.txt".');
  const unknown = await runHost(['generate', model, '--check-copies']);
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain('Add --text FILE.');
});
