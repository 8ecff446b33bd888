// The networks that come with the application: they are what their list says they are, they have learned their texts, and they write words.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import COMMITTED from '../../fixtures/strict-weights.json';
import { readModelHeader } from '../../../src-engine/model/read-model-file';
import { factsFrom } from '../../../src-engine/model/training-facts';
import { readSampleTexts } from '../../../src-main/texts/sample-texts';
import { runHost } from '../terminal/terminal-host';

interface ListedNetwork {
  id: string;
  file: string;
  from?: string;
  settings: string;
  /** Where a run stopped on the way and went on. */
  resume?: string;
  textSha256: string;
  /** The beginnings of the committed hashes when it was made. */
  arithmetic: string;
  heldOutBitsPerByte: number | null;
  sha256: string;
}

const FOLDER = fileURLToPath(new URL('../../../out/samples/', import.meta.url));
const LIST = JSON.parse(readFileSync(join(FOLDER, 'networks.json'), 'utf8')) as ListedNetwork[];
const SAMPLES = await readSampleTexts(FOLDER);
/** "A few hundred kilobytes each". */
const MOST_BYTES = 600_000;
/** What is generated: enough for some hundred words. */
const GENERATED = 3000;

const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
const valueAfter = (settings: string, option: string): string | undefined =>
  new RegExp(`${option} (\\S+)`).exec(settings)?.[1];

/** The entropy of a byte, in bits, where the two before it are known, over all of the text. */
function tableBitsPerByte(text: Buffer): number {
  const pairs = new Map<number, Map<number, number>>();
  for (let at = 2; at < text.length; at++) {
    const pair = text.readUInt16BE(at - 2);
    const following = pairs.get(pair) ?? new Map<number, number>();
    pairs.set(pair, following.set(text[at]!, (following.get(text[at]!) ?? 0) + 1));
  }
  let bits = 0;
  for (const following of pairs.values()) {
    const all = [...following.values()].reduce((sum, count) => sum + count, 0);
    for (const count of following.values()) bits -= count * Math.log2(count / all);
  }
  return bits / (text.length - 2);
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];

/** Of the words, those that the text has. */
function shareKnown(words: string[], text: string): number {
  const known = new Set(wordsIn(text));
  return words.filter((word) => known.has(word)).length / words.length;
}

test('each was made with the arithmetic of today, so that npm run models makes it again bit for bit', () => {
  const today = COMMITTED.map((each) => each.sha256.fast.slice(0, 8)).join(' ');
  for (const { file, arithmetic } of LIST) expect(arithmetic, `${file}: make it again by npm run models`).toBe(today);
});

test('there is one for each sample text', () => {
  const ids = SAMPLES.map(({ id }) => id);
  expect(LIST.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
});

describe.each(
  SAMPLES.filter(({ networkPath }) => networkPath !== null).map((sample) => [sample.title, sample] as const),
)('the network of %s', (_, { id, path, networkPath, prompt }) => {
  const file = networkPath ?? '';
  const network = LIST.find((each) => each.id === id)!;

  it('is the file that the list names, trained on the text that is here, and small', () => {
    expect(sha256(file)).toBe(network.sha256);
    expect(sha256(path)).toBe(network.textSha256);
    expect(readFileSync(file).length).toBeLessThan(MOST_BYTES);
  });

  it('says of itself what the list says', async () => {
    const { hiddenSize, metadata } = await readModelHeader(file);
    const beginning = network.from === undefined ? network : LIST.find(({ id }) => id === network.from)!;
    expect(hiddenSize).toBe(Number(valueAfter(beginning.settings, '--hidden')));
    expect(factsFrom(metadata)).toEqual({
      text: path.slice(FOLDER.length),
      updates: Number(valueAfter(network.resume ?? network.settings, '--updates')),
      bitsPerByte: network.heldOutBitsPerByte,
    });
  });

  it('needs fewer bits for its text than a table of every three bytes in a row, which knows the whole text', async () => {
    const bound = tableBitsPerByte(readFileSync(path));
    const { stdout } = await runHost(['evaluate', file, path, '--json']);
    const { bits_per_byte: measured } = JSON.parse(stdout.toString()) as { bits_per_byte: number };
    expect(measured).toBeLessThan(bound);
  });

  it('writes words of its text', async () => {
    const options = ['--prompt', prompt ?? '', '--bytes', String(GENERATED), '--temperature', '0.7', '--utf8'];
    const { stdout } = await runHost(['generate', file, ...options]);
    const words = wordsIn(stdout.toString());
    expect(words.length).toBeGreaterThan(GENERATED / 20);
    expect(shareKnown(words, readFileSync(path, 'utf8'))).toBeGreaterThan(0.75);
  });
});

test('the table needs no bits where each byte follows from the two before, and one where either of two may', () => {
  expect(tableBitsPerByte(Buffer.from('abcabcabcabc'))).toBe(0);
  expect(tableBitsPerByte(Buffer.from('aabaac'))).toBeCloseTo(0.5);
});

test('noise is not taken for words', () => {
  expect(shareKnown(wordsIn('tga xcv oiu whale'), 'The whale and the sea')).toBe(0.25);
});
