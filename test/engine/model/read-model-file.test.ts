// Tests that a file is read as a model only as far as its header allows, and that what is none costs next to nothing.
import { execFileSync } from 'node:child_process';
import { open, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { device } from '../../fixtures/device';
import { needs } from '../../needs';
import { encodeModel } from '../../../src-engine/model/model-file';
import { readModelFile, readModelHeader } from '../../../src-engine/model/read-model-file';
import { encodeSafetensors, type Tensor } from '../../../src-engine/model/safetensors';
import { matrixShapes } from '../../../src-engine/model/weights';
import { isProblem, sentenceOf } from '../../../src-engine/problem';
import { temporaryFolder } from '../built-engine';
import { networkInBoth } from '../inspection/lens-tools';

const { weights } = networkInBoth(9, 4, 0.3);

async function fileOf(bytes: Uint8Array, name = 'net.safetensors'): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, bytes);
  return path;
}

/** A file that begins so, and then has nothing but zeros that take no place on the disk. */
async function sparseFile(header: string, bytes: number): Promise<string> {
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  const path = await fileOf(Buffer.concat([length, Buffer.from(header)]));
  await truncate(path, bytes);
  return path;
}

/** The sentence, and how much memory it took to say it. */
async function refusalOf(path: string): Promise<{ sentence: string; arrayBytes: number }> {
  const before = process.memoryUsage().arrayBuffers;
  const error: unknown = await readModelFile(path).then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!isProblem(error)) throw error;
  return { sentence: sentenceOf(error), arrayBytes: process.memoryUsage().arrayBuffers - before };
}

test('a model and a checkpoint are read with their weights only', async () => {
  const path = await fileOf(encodeModel(weights, { name: 'Ahab' }));
  expect(await readModelFile(path)).toEqual(weights);
  expect(await readModelHeader(path)).toMatchObject({ hiddenSize: 9, metadata: { name: 'Ahab' } });
  const shapes = matrixShapes(9);
  const tensors = (['Wxh', 'Whh', 'Who'] as const).map((name) => [
    name,
    { dtype: 'F32' as const, shape: shapes[name], data: weights[name] },
  ]);
  const more = { dtype: 'F32' as const, shape: [4], data: new Float32Array(4).fill(NaN) };
  const checkpoint = await fileOf(encodeSafetensors({ ...Object.fromEntries(tensors), 'm.Wxh': more } as never));
  expect(await readModelFile(checkpoint)).toEqual(weights);
});

test.each(['F32', 'F64'] as const)('a state_dict in %s that takes several pieces is turned whole', async (dtype) => {
  const hiddenSize = 1100;
  const value = (row: number, column: number) => Math.fround(Math.sin(row * 3 + column * 7));
  const matrix = (rows: number, columns: number): Tensor => {
    const values = Array.from({ length: rows * columns }, (_, at) => value(Math.floor(at / columns), at % columns));
    return {
      dtype,
      shape: [rows, columns],
      data: dtype === 'F64' ? Float64Array.from(values) : Float32Array.from(values),
    };
  };
  const hh = matrix(hiddenSize, hiddenSize);
  expect(hh.data.byteLength).toBeGreaterThan(2 ** 22);
  const tensors = { weight_ih_l0: matrix(hiddenSize, 256), weight_hh_l0: hh, 'fc.weight': matrix(256, hiddenSize) };
  const read = await readModelFile(await fileOf(encodeSafetensors(tensors)));
  const turnedWrong = (values: Float32Array, columns: number) =>
    values.findIndex((found, at) => found !== value(at % columns, Math.floor(at / columns)));
  expect([turnedWrong(read.Wxh, hiddenSize), turnedWrong(read.Whh, hiddenSize), turnedWrong(read.Who, 256)]).toEqual([
    -1, -1, -1,
  ]);
});

const MODEL_OF = (hiddenSize: number) => {
  let at = 0;
  const entries = Object.entries(matrixShapes(hiddenSize)).map(([name, shape]) => {
    const from = at;
    at += 4 * shape[0] * shape[1];
    return [name, { dtype: 'F32', shape, data_offsets: [from, at] }];
  });
  return { header: JSON.stringify(Object.fromEntries(entries)), bytes: at };
};

const LSTM = {
  header: JSON.stringify({
    weight_ih_l0: { dtype: 'F32', shape: [24_000, 256], data_offsets: [0, 24_576_000] },
    weight_hh_l0: { dtype: 'F32', shape: [24_000, 6000], data_offsets: [24_576_000, 600_576_000] },
  }),
  bytes: 600_576_000,
};

test.each([
  ['two gigabytes of nothing', () => sparseFile('', 2e9), /header is not a JSON object/],
  ['a header of 50 MB', () => sparseFile(`{"a":${'['.repeat(50)}`.padEnd(5e7), 6e7), /at most 2097152 are possible/],
  [
    'a header that promises 2⁶³ bytes',
    () => fileOf(Buffer.from('ffffffffffffff7f7b7d', 'hex')),
    /at most 2 are possible/,
  ],
  ['a text', () => fileOf(Buffer.from('Nenn’ mich Ismael.\n')), /is no safetensors file; it looks like a text\./],
  [
    'a network larger than any',
    () => sparseFile(MODEL_OF(20_000).header, 8 + MODEL_OF(20_000).header.length + MODEL_OF(20_000).bytes),
    /cannot be used\. Hidden size 20,000 is out of range/,
  ],
  [
    'an LSTM of 600 MB',
    () => sparseFile(LSTM.header, 8 + LSTM.header.length + LSTM.bytes),
    /holds an LSTM, "weight_hh_l0" \(24000, 6000\)/,
  ],
  [
    'a network of which the file holds a part',
    () => sparseFile(MODEL_OF(64).header, 100_000),
    /is not where its header says/,
  ],
])('%s is refused for its header, before its data is read', async (_, make, wanted) => {
  const { sentence, arrayBytes } = await refusalOf(await make());
  expect(sentence).toMatch(wanted);
  expect(arrayBytes).toBeLessThan(20e6);
});

test('a device and a pipe are no models, and nobody waits for them', async (context) => {
  needs(context, 'signals');
  expect((await refusalOf(device(await temporaryFolder(), 'zero'))).sentence).toBe(
    '"zero" is a device, not a file. Choose a .safetensors file.',
  );
  const pipe = join(await temporaryFolder(), 'pipe');
  execFileSync('mkfifo', [pipe]);
  expect((await refusalOf(pipe)).sentence).toBe('"pipe" is a pipe, not a file. Choose a .safetensors file.');
});

test('one value that is not finite is found wherever it stands', async () => {
  const bytes = encodeModel(weights);
  const path = await fileOf(bytes);
  const file = await open(path, 'r+');
  await file.write(Uint8Array.of(0, 0, 0x80, 0x7f), 0, 4, bytes.length - 4);
  await file.close();
  expect((await readFile(path)).length).toBe(bytes.length);
  expect((await refusalOf(path)).sentence).toContain('a value in Who that is not finite');
});
