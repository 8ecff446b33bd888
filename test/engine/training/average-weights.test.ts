// A run that keeps an average of its weights: it is what is validated, saved as the model and published; training goes on with the weights.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTextFiles } from '../../../src-engine/corpus/text-files';
import { readModelFile } from '../../../src-engine/model/read-model-file';
import { decodeSafetensors } from '../../../src-engine/model/safetensors';
import { writeMatrices } from '../../../src-engine/model/weights';
import { createRun, openPool } from '../../../src-engine/runs/open-run';
import { evaluateText } from '../../../src-engine/training/validate';
import { ORDER } from '../../../src-engine/workers/orders';
import { FILES, exampleText, smallSettings, temporaryFolder } from '../built-engine';

const settings = smallSettings({ averaging: 15, validationShare: 0.1, validationEvery: 20 });

test('is validated and saved as its average, and trains as without one', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'text.txt');
  await writeFile(path, exampleText(3000));
  const trainWith = async (name: string, averaging: number) => {
    const chosen = { ...settings, averaging };
    const run = await createRun(FILES, { folder: join(folder, name), name, paths: [path], settings: chosen }, {});
    await run.train();
    const file = join(run.storage.folder.checkpointsPath, `${run.update}.safetensors`);
    const { tensors } = decodeSafetensors(await readFile(file), name);
    const found = { file, tensors, last: run.storage.validations.newest!, published: run.publishedWeights().weights };
    await run.close();
    return found;
  };
  const [kept, without] = [await trainWith('kept', 15), await trainWith('without', 0)];
  expect(kept.tensors['trained.Whh']!.data).toEqual(without.tensors.Whh!.data);
  expect(kept.tensors.Whh!.data).not.toEqual(without.tensors.Whh!.data);
  expect(kept.published.Whh).toEqual(kept.tensors.Whh!.data);

  const model = await readModelFile(kept.file);
  const { pool } = await openPool(FILES, { ...settings, averaging: 0 }, null);
  writeMatrices(pool.work.buffer, pool.work.layout.weights, pool.work.shape, model);
  await pool.order(ORDER.pack, 0);
  const text = await openTextFiles([path]);
  const found = await evaluateText(pool, text, 2700, 3000);
  await text.close();
  await pool.close();
  expect(found!.bitsPerByte).toBe(kept.last.bitsPerByte);
  expect(kept.last.bitsPerByte).not.toBe(without.last.bitsPerByte);
});
