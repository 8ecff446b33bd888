import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { encodeModel } from '../../../src-engine/model/model-file';
import { encodeSafetensors } from '../../../src-engine/model/safetensors';
import { StoredModels } from '../../../src-engine/networks/stored-models';
import { isProblem } from '../../../src-engine/problem';
import { networkInBoth } from '../inspection/lens-tools';
import { temporaryFolder } from '../built-engine';

async function storedAndModel() {
  const folder = await temporaryFolder();
  const { weights } = networkInBoth(9, 4, 0.3);
  const file = join(folder, 'Ahab.safetensors');
  await writeFile(file, encodeModel(weights));
  return { folder, weights, file, stored: new StoredModels(join(folder, 'models')) };
}

test('a model that was opened is there again after a restart, under its file’s name, with its weights', async () => {
  const { folder, weights, file, stored } = await storedAndModel();
  const { id } = await stored.open(file);
  const again = new StoredModels(join(folder, 'models'));
  expect(await again.list()).toMatchObject([{ id, name: 'Ahab', hiddenSize: 9 }]);
  expect((await again.network(id)).weights).toEqual(weights);
});

test('the same weights opened again are the same model, and one that is removed is gone', async () => {
  const { folder, weights, file, stored } = await storedAndModel();
  const copy = join(folder, 'Copy.safetensors');
  await writeFile(copy, encodeModel(weights, { name: 'something else' }));
  const first = await stored.open(file);
  expect((await stored.open(copy)).id).toBe(first.id);
  expect(await stored.list()).toHaveLength(1);
  await stored.remove(first.id);
  expect(await stored.list()).toEqual([]);
});

test('an identifier that is no model’s names no folder', async () => {
  const { folder, stored } = await storedAndModel();
  await writeFile(join(folder, 'precious'), 'x');
  await expect(stored.remove('../precious')).rejects.toThrow('is not an open model');
  expect((await readFile(join(folder, 'precious'))).length).toBe(1);
});

test.each<[string, (path: string, whole: Uint8Array) => Promise<void>, RegExp]>([
  ['cut off', (path, whole) => writeFile(path, whole.subarray(0, 500)), /not a complete safetensors file/],
  [
    'a text',
    (path) => writeFile(path, 'Call me Ishmael. Some years ago'),
    /is no safetensors file; it looks like a text/,
  ],
  ['empty', (path) => writeFile(path, ''), /has only 0 bytes/],
  ['a folder', (path) => mkdir(path).then(() => undefined), /is a folder/],
  [
    'another network',
    (path) =>
      writeFile(path, encodeSafetensors({ 'lm_head.weight': { dtype: 'F32', shape: [2], data: new Float32Array(2) } })),
    /has no tensor Wxh, so it is not an Unroll model/,
  ],
])('a file that is %s gives one sentence and leaves nothing behind', async (name, make, sentence) => {
  const { folder, weights, stored } = await storedAndModel();
  const path = join(folder, `${name}.safetensors`);
  await make(path, encodeModel(weights));
  const error: unknown = await stored.open(path).catch((caught: unknown) => caught);
  expect(isProblem(error)).toBe(true);
  expect((error as Error).message).toMatch(sentence);
  expect((error as Error).message).toContain(`"${name}.safetensors"`);
  expect(await stored.list()).toEqual([]);
});
