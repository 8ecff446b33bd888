// Fuzzes what comes as files: models, runs, logs and drafts, changed in any way, are read or refused with a sentence.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDraftRecord } from '../../src-engine/drafts/draft-record';
import { initialWeights } from '../../src-engine/model/initialise';
import { decodeModel, encodeModel } from '../../src-engine/model/model-file';
import { readModelFile } from '../../src-engine/model/read-model-file';
import { decodeSafetensors, encodeSafetensors } from '../../src-engine/model/safetensors';
import { readChanges } from '../../src-engine/run-files/run-logs';
import { keptCheckpoints } from '../../src-engine/run-files/kept-checkpoints';
import { readCurve } from '../../src-engine/run-files/read-curve';
import { readRecord, runFolder } from '../../src-engine/run-files/run-folder';
import { createRun } from '../../src-engine/runs/open-run';
import { runNetwork } from '../../src-engine/runs/run-network';
import { FILES, exampleText, smallSettings, temporaryFolder } from '../engine/built-engine';
import { eachCase, orRefused } from './fuzz-cases';
import { mutatedBytes, mutatedJson, type Chance } from './mutate';

const MODEL = encodeModel(initialWeights(3, 1, 'uniform'), { name: 'Ahab' });
/** As other programs save networks: under PyTorch's names, in another format each. */
const FOREIGN = encodeSafetensors({
  'rnn.weight_ih_l0': { dtype: 'F16', shape: [3, 256], data: new Uint16Array(768).fill(0x3555) },
  'rnn.weight_hh_l0': { dtype: 'F64', shape: [3, 3], data: new Float64Array(9).fill(0.1) },
  'fc.weight': { dtype: 'BF16', shape: [256, 3], data: new Uint16Array(768).fill(0x3eaa) },
});
const SMALL = encodeSafetensors(
  {
    a: { dtype: 'F32', shape: [2, 3], data: new Float32Array(6) },
    b: { dtype: 'U8', shape: [5], data: new Uint8Array(5) },
  },
  { by: 'a test' },
);

/** The same data under a changed header. */
function otherHeader(chance: Chance, file: Uint8Array): Uint8Array {
  const length = Number(new DataView(file.buffer, file.byteOffset).getBigUint64(0, true));
  const header: unknown = JSON.parse(Buffer.from(file.subarray(8, 8 + length)).toString());
  const changed = Buffer.from(JSON.stringify(mutatedJson(chance, header)) ?? 'null');
  const beginning = Buffer.alloc(8);
  beginning.writeBigUInt64LE(BigInt(changed.length));
  return Buffer.concat([beginning, changed, file.subarray(8 + length)]);
}

const oddFile = (chance: Chance, file: Uint8Array) =>
  chance.onceIn(2) ? mutatedBytes(chance, file) : otherHeader(chance, file);

test('safetensors of any bytes are read or refused, in memory not twice the file’s', async () => {
  let most = 0;
  await eachCase(0.8, async (chance, what) => {
    const bytes = oddFile(chance, chance.pick([MODEL, FOREIGN, SMALL, SMALL]));
    const isMeasured = chance.onceIn(100);
    const before = isMeasured ? process.memoryUsage().arrayBuffers : 0;
    await orRefused(() => decodeSafetensors(bytes, 'net.safetensors'), what);
    if (isMeasured) most = Math.max(most, process.memoryUsage().arrayBuffers - before - 2 * bytes.length);
    if (chance.onceIn(4)) await orRefused(() => decodeModel(bytes, 'net.safetensors'), what);
  });
  expect(most).toBeLessThan(200_000);
});

test('a model’s file of any bytes is read or refused', async () => {
  expect(decodeModel(FOREIGN, 'net.safetensors').hiddenSize).toBe(3);
  const path = join(await temporaryFolder(), 'net.safetensors');
  await eachCase(0.02, async (chance, what) => {
    await writeFile(path, oddFile(chance, chance.pick([MODEL, FOREIGN])));
    await orRefused(() => readModelFile(path), what);
  });
});

/** A run of two updates, with a validation and a sample's log. */
async function smallRun(): Promise<string> {
  const home = await temporaryFolder();
  const text = join(home, 'text.txt');
  await writeFile(text, exampleText(2000));
  const settings = smallSettings({ hiddenSize: 3, lanes: 2, truncation: 3, length: 4, threads: 1, validationEvery: 2 });
  const folder = join(home, 'run');
  const run = await createRun(FILES, { folder, name: 'run', paths: [text], settings }, {});
  await run.train();
  await run.close();
  await writeFile(join(folder, 'samples.jsonl'), '{"update":2,"text":"words"}\n');
  await writeFile(join(folder, 'changes.jsonl'), '{"update":2,"name":"learningRate","value":0.001}\n');
  await writeFile(join(folder, 'marks.jsonl'), '{"update":2,"kind":"resumed"}\n');
  await writeFile(join(folder, 'checkpoint-notes.json'), '[{"update":4,"note":"good"}]');
  return folder;
}

function oddText(chance: Chance, bytes: Uint8Array, isLog: boolean): Uint8Array {
  if (chance.onceIn(2)) return mutatedBytes(chance, bytes);
  const text = Buffer.from(bytes).toString();
  try {
    if (!isLog) return Buffer.from(JSON.stringify(mutatedJson(chance, JSON.parse(text))) ?? '');
    const lines = text.split('\n').filter(Boolean);
    const at = chance.below(lines.length);
    lines[at] = JSON.stringify(mutatedJson(chance, JSON.parse(lines[at]!))) ?? '';
    return Buffer.from(`${lines.join('\n')}\n`);
  } catch {
    return mutatedBytes(chance, bytes);
  }
}

test('a run’s folder in which one file is damaged is read, in part or whole, or refused', async () => {
  const path = await smallRun();
  const folder = runFolder(path);
  const checkpoints = (await readdir(folder.checkpointsPath)).map((name) => join('checkpoints', name));
  const names = (await readdir(path)).filter((name) => /\.(json|jsonl|index)$/.test(name)).concat(checkpoints);
  expect(names.length).toBeGreaterThan(6);
  const whole = new Map<string, Uint8Array>();
  for (const name of names) whole.set(name, await readFile(join(path, name)));
  await eachCase(0.01, async (chance, what) => {
    const name = chance.pick(names);
    const bytes = whole.get(name)!;
    const odd = name.endsWith('.safetensors') ? oddFile(chance, bytes) : oddText(chance, bytes, name.endsWith('l'));
    await writeFile(join(path, name), odd);
    await orRefused(() => readRecord(folder), `${what}, ${name}`);
    await orRefused(() => runNetwork(folder, null, null), `${what}, ${name}`);
    // Rebuilds its index, and waits for the disk, so only where it may be wrong.
    if (/metrics|validations/.test(name)) await orRefused(() => readCurve(folder, undefined, 60), `${what}, ${name}`);
    await orRefused(() => keptCheckpoints(folder), `${what}, ${name}`);
    await orRefused(() => readChanges(folder), `${what}, ${name}`);
    await writeFile(join(path, name), bytes);
  });
  // Nothing but what is read has been written.
  for (const [name, bytes] of whole) {
    if (!name.endsWith('.index')) expect(Buffer.from(await readFile(join(path, name))).equals(bytes), name).toBe(true);
  }
});

test('a draft’s record of any bytes is read or refused', async () => {
  const folder = await temporaryFolder();
  const record = {
    format: 'unroll-draft',
    version: 1,
    createdMs: 1,
    encoding: 'utf-8',
    promptBytes: 0,
    parts: [{ from: 0, runName: 'run', update: 1, network: '1-abc', kernels: 'fast', options: {} }],
    parent: null,
    favourite: false,
    sentence: null,
  };
  await eachCase(0.02, async (chance, what) => {
    await writeFile(join(folder, 'a.json'), oddText(chance, Buffer.from(JSON.stringify(record)), false));
    await orRefused(() => readDraftRecord(folder, 'a'), what);
  });
});
