// Tests that the terminal writes with, evaluates and exports a network as PyTorch saves it, and says why it does not take another one.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decodeModel } from '../../../src-engine/model/model-file';
import { encodeSafetensors } from '../../../src-engine/model/safetensors';
import { exampleText, temporaryFolder } from '../../engine/built-engine';
import { asStateDict, examplePlainRnn, logitsOf } from '../../fixtures/torch/plain-rnn';
import { runHost } from './terminal-host';

async function savedByPytorch(hasBiases = false) {
  const folder = await temporaryFolder();
  const network = examplePlainRnn(11, 5, hasBiases);
  const model = join(folder, 'net.safetensors');
  await writeFile(model, encodeSafetensors(asStateDict(network, 'model.')));
  return { folder, network, model };
}

/** -log2 softmax(o)[byte] */
function surpriseBits(logits: Float64Array, byte: number): number {
  const greatest = Math.max(...logits);
  const sum = logits.reduce((total, logit) => total + Math.exp(logit - greatest), 0);
  return (greatest + Math.log(sum) - logits[byte]!) / Math.LN2;
}

test('a state_dict is evaluated as the plain reference says', async () => {
  const { folder, network, model } = await savedByPytorch();
  const bytes = exampleText(400);
  const text = join(folder, 'text.txt');
  await writeFile(text, bytes);
  const { stdout, stderr } = await runHost(['evaluate', model, text, '--json']);
  expect(stderr).toBe('');
  const bits = logitsOf(network, bytes.subarray(0, -1)).map((logits, at) => surpriseBits(logits, bytes[at + 1]!));
  const { bits_per_byte: found } = JSON.parse(stdout.toString()) as { bits_per_byte: number };
  expect(found).toBeCloseTo(bits.reduce((sum, each) => sum + each, 0) / bits.length, 4);
});

test('what is written with one is what its model writes, once it is exported', async () => {
  const { folder, network, model } = await savedByPytorch();
  const out = join(folder, 'model.safetensors');
  expect((await runHost(['export', model, '--out', out])).code).toBe(0);
  const { Wxh, Who } = decodeModel(await readFile(out), out);
  expect([Wxh[65 * 11 + 3], Who[4 * 256 + 66]]).toEqual([network.ih[3 * 256 + 65], network.out[66 * 11 + 4]]);
  const written = (path: string) => runHost(['generate', path, '--prompt', 'It was', '--bytes', '300', '--seed', '2']);
  const [ofFile, ofModel] = [await written(model), await written(out)];
  expect(ofFile.stdout.length).toBe(300);
  expect(ofFile.stdout.equals(ofModel.stdout)).toBe(true);
});

test('one with biases, and a file of torch.save, are refused in a sentence that says what to do', async () => {
  const { folder, model } = await savedByPytorch(true);
  const biased = await runHost(['generate', model]);
  expect(biased.code).toBe(1);
  expect(biased.stderr).toMatch(
    /^"net\.safetensors" has biases, [^\n]* The guide’s chapter about files has [^\n]*\.\n$/,
  );
  const pickled = join(folder, 'net.pt');
  await writeFile(pickled, Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(400)]));
  const refused = await runHost(['evaluate', pickled, model]);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/^"net\.pt" is an archive as torch\.save writes it, [^\n]*\.\n$/);
});
