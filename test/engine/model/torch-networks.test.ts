// Holds opened state_dict files against PyTorch itself: what its nn.RNN says of some bytes, the engine says of the saved file.
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readModelFile } from '../../../src-engine/model/read-model-file';
import { decodeSafetensors } from '../../../src-engine/model/safetensors';
import { openNetworkStream } from '../../../src-engine/sampling/network-stream';
import { DEADLINE_MS } from '../../deadline';
import { findPython } from '../../handover/pytorch';
import { needs } from '../../needs';
import { kernelSet } from '../one-thread';

const MAKER = fileURLToPath(new URL('../../fixtures/torch/save_networks.py', import.meta.url));
const GUIDE = fileURLToPath(new URL('../../../docs/guide/files.md', import.meta.url));
const MOST_DIFFERENCE = 1e-5;

const run = promisify(execFile);
const python = findPython();

async function expectPytorchsLogits(folder: string, file: string, expected = file): Promise<void> {
  const path = join(folder, `${expected}.expected`);
  const { tensors } = decodeSafetensors(await readFile(path), path);
  const wanted = tensors.logits!.data as Float32Array;
  const stream = openNetworkStream(kernelSet('strict'), await readModelFile(join(folder, `${file}.safetensors`)));
  for (const [t, byte] of [...(tensors.bytes!.data as BigInt64Array)].entries()) {
    stream.read(Number(byte));
    const gaps = stream.logits.map((logit, value) => Math.abs(logit - wanted[256 * t + value]!));
    expect(Math.max(...gaps), `after byte ${t}`).toBeLessThan(MOST_DIFFERENCE);
  }
}

/** The guide's own program, which reads and writes safetensors with the package of that name. */
async function foldAsTheGuideDoes(folder: string): Promise<void> {
  const [, program = ''] = /^```python\n(.*?)^```$/ms.exec(await readFile(GUIDE, 'utf8')) ?? [];
  expect(program).toContain('load_file("with-biases.safetensors")');
  await copyFile(join(folder, 'biases.safetensors'), join(folder, 'with-biases.safetensors'));
  await mkdir(join(folder, 'safetensors'), { recursive: true });
  await copyFile(MAKER, join(folder, 'save_networks.py'));
  await writeFile(join(folder, 'safetensors', '__init__.py'), '');
  await writeFile(join(folder, 'safetensors', 'torch.py'), 'from save_networks import load_file, save_file\n');
  await run(python!, ['-c', program], { cwd: folder, env: { ...process.env, PYTHONPATH: folder } });
}

describe('a network that PyTorch has saved', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unroll-test-'));
    if (python !== null) await run(python, [MAKER, folder]);
  }, DEADLINE_MS);
  afterAll(() => rm(folder, { recursive: true, force: true }));
  beforeEach((context) => needs(context, 'torch'));

  test.each(['F32', 'F16', 'BF16', 'F64'])('gives the same logits here, saved in %s', async (kind) => {
    await expectPytorchsLogits(folder, kind);
  });

  test('with biases gives the same logits, once they are folded by the program in the guide', async () => {
    await expect(readModelFile(join(folder, 'biases.safetensors'))).rejects.toThrow('has biases, "rnn.bias_ih_l0"');
    await foldAsTheGuideDoes(folder);
    await expectPytorchsLogits(folder, 'folded', 'biases');
  });

  test.each(['pickled.pt', 'older.pt'])('by torch.save is known for what it is: %s', async (name) => {
    await expect(readModelFile(join(folder, name))).rejects.toThrow('is an archive as torch.save writes it');
  });
});
