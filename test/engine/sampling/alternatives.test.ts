// Tests the list of most likely characters against trying every character.
import { expect, test } from 'vitest';
import { initialWeights } from '../../../src-engine/model/initialise';
import { likeliestCharacters } from '../../../src-engine/sampling/alternatives';
import { openNetworkStream } from '../../../src-engine/sampling/network-stream';
import { FILES } from '../built-engine';

/** Weights so large that a few bytes are far likelier than others, lead bytes of longer characters among them. */
async function surestream() {
  const kernels = await FILES.kernels('strict');
  const weights = initialWeights(16, 5, 'uniform');
  weights.Who.set(weights.Who.map((weight) => 12 * weight));
  const stream = openNetworkStream(kernels, weights);
  for (const byte of Buffer.from('naïve')) stream.read(byte);
  return stream;
}

test('in single bytes they are the ten most likely bytes', async () => {
  const stream = await surestream();
  const probabilities = [...stream.probabilities(1)];
  const wanted = [...probabilities.keys()].sort((a, b) => probabilities[b]! - probabilities[a]!).slice(0, 10);
  const found = likeliestCharacters(stream, 'windows-1252', 10);
  expect(found.map(({ bytes }) => bytes)).toEqual(wanted.map((byte) => [byte]));
  expect(found.map(({ probability }) => probability)).toEqual(wanted.map((byte) => probabilities[byte]));
});

test('in UTF-8 longer characters count with all their bytes: no other of one or two bytes is likelier', async () => {
  const stream = await surestream();
  const found = likeliestCharacters(stream, 'utf-8', 10);
  const start = stream.state();
  const first = stream.probabilities(1).slice();
  const all: { bytes: number[]; probability: number }[] = [];
  for (let lead = 0; lead < 256; lead++) {
    if (lead < 0xc2 || lead >= 0xe0) continue;
    stream.recall(start);
    stream.read(lead);
    const second = stream.probabilities(1);
    for (let byte = 0x80; byte < 0xc0; byte++) {
      all.push({ bytes: [lead, byte], probability: first[lead]! * second[byte]! });
    }
  }
  for (let byte = 0; byte < 0x80; byte++) all.push({ bytes: [byte], probability: first[byte]! });
  const least = found.at(-1)!.probability;
  const told = new Set(found.map(({ bytes }) => bytes.join()));
  for (const { bytes, probability } of all) if (probability > least) expect(told).toContain(bytes.join());
  expect(found.map(({ probability }) => probability)).toEqual(
    found.map(({ probability }) => probability).sort((a, b) => b - a),
  );
});

test.each(['shift_jis', 'euc-kr', 'utf-16le', 'big5'])(
  'in %s characters of two bytes count with both: no other is likelier',
  async (encoding) => {
    const stream = await surestream();
    const found = likeliestCharacters(stream, encoding, 260);
    const decode = (bytes: number[]) => new TextDecoder(encoding, { ignoreBOM: true }).decode(Uint8Array.from(bytes));
    const isOne = (bytes: number[]) => Array.from(decode(bytes)).length === 1 && !decode(bytes).includes('\ufffd');
    expect(found.some(({ bytes }) => bytes.length === 2 && isOne(bytes))).toBe(true);
    const start = stream.state();
    const first = stream.probabilities(1).slice();
    const least = found.at(-1)!.probability;
    const told = new Set(found.map(({ bytes }) => bytes.join()));
    for (let lead = 0; lead < 256; lead++) {
      if (isOne([lead])) {
        if (first[lead]! > least) expect(told).toContain(String(lead));
        continue;
      }
      stream.recall(start);
      stream.read(lead);
      const second = stream.probabilities(1);
      for (let byte = 0; byte < 256; byte++) {
        if (isOne([lead, byte]) && first[lead]! * second[byte]! > least) expect(told).toContain(`${lead},${byte}`);
      }
    }
  },
);

test('the stream is left where it was', async () => {
  const stream = await surestream();
  const before = stream.probabilities(1).slice();
  likeliestCharacters(stream, 'utf-8', 10);
  expect(stream.probabilities(1)).toEqual(before);
});
