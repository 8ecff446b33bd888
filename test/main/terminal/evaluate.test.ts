// Tests `unroll evaluate` of several texts, and the surprise at each byte against the network itself.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { initialWeights } from '../../../src-engine/model/initialise';
import { encodeModel } from '../../../src-engine/model/model-file';
import { openNetworkStream } from '../../../src-engine/sampling/network-stream';
import { temporaryFolder } from '../../engine/built-engine';
import { kernelSet } from '../../engine/one-thread';
import { runHost } from './terminal-host';

const weights = initialWeights(16, 3, 'uniform');
weights.Who.set(weights.Who.map((weight) => 20 * weight));

async function files() {
  const folder = await temporaryFolder();
  const paths = {
    model: join(folder, 'm.safetensors'),
    one: join(folder, 'one, two.txt'),
    three: join(folder, 'three.txt'),
    out: join(folder, 'out.csv'),
  };
  await writeFile(paths.model, encodeModel(weights));
  await writeFile(paths.one, 'Call me Ishmael.');
  await writeFile(paths.three, 'zqxj\u0000zzz');
  return paths;
}

test('several texts are ranked, and each byte’s surprise is that of the network; the mean is what is said of the text', async () => {
  const { model, one, three, out } = await files();
  const { code, stdout, stderr } = await runHost(['evaluate', model, three, one, '--per-byte', '--out', out, '--json']);
  expect([code, stderr]).toEqual([0, '']);
  const reports = stdout
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { file: string; bits_per_byte: number; perplexity: number });
  expect(reports.map(({ file }) => file).sort()).toEqual(['one, two.txt', 'three.txt']);
  expect(reports[0]!.bits_per_byte).toBeLessThan(reports[1]!.bits_per_byte);
  for (const { bits_per_byte: bits, perplexity } of reports) expect(perplexity).toBeCloseTo(2 ** bits, 8);

  const lines = (await readFile(out, 'utf8')).trim().split('\n');
  expect(lines[0]).toBe('file,at,byte,bits');
  expect(lines).toHaveLength(1 + 8 + 16);
  const ofOne = lines.filter((line) => line.startsWith('"one, two.txt",')).map((line) => line.split(',').slice(2));
  const stream = openNetworkStream(kernelSet('fast'), weights);
  let sum = 0;
  for (const [at, byte] of Buffer.from('Call me Ishmael.').entries()) {
    expect(ofOne[at]!.slice(0, 2)).toEqual([String(at), String(byte)]);
    const bits = at === 0 ? '' : ofOne[at]![2]!;
    if (at > 0) expect(Number(bits)).toBeCloseTo(-Math.log2(stream.probabilities(1)[byte]!), 5);
    sum += Number(bits);
    stream.read(byte);
  }
  expect(reports.find(({ file }) => file === 'one, two.txt')!.bits_per_byte).toBeCloseTo(sum / 15, 4);
});

test('one of the two words without the other is wrong usage', async () => {
  const { model, one } = await files();
  const { code, stderr } = await runHost(['evaluate', model, one, '--per-byte']);
  expect([code, stderr]).toEqual([2, '--per-byte and --out FILE.csv belong together. Give both, or neither.\n']);
});
