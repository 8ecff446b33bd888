// Tests what must not be generated: patterns against the language's own, the way around them against a plain reference, and how often
// each other way is taken.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialWeights } from '../../../src-engine/model/initialise';
import { DEFAULT_SAMPLING, type SamplingOptions } from '../../../src-engine/protocol/writing';
import { forbiddenAutomaton } from '../../../src-engine/sampling/forbidden-automaton';
import { createForbiddenWatch, type Watched } from '../../../src-engine/sampling/forbidden-watch';
import { createGenerator } from '../../../src-engine/sampling/generator';
import { openNetworkStream } from '../../../src-engine/sampling/network-stream';
import { textEncoding } from '../../../src-engine/sampling/text-encoding';
import { kernelSet } from '../one-thread';
import { plainDraw, plainFilters } from './plain-choice';
import { writeAround } from './plain-desk';

const isFound = (lines: string[], text: Uint8Array, encoding = 'utf-8'): boolean => {
  const watch = createForbiddenWatch(forbiddenAutomaton(lines, textEncoding(encoding)));
  let watched: Watched = [];
  let previous = -1;
  for (const [at, byte] of text.entries()) {
    const seen = watch.step(watched, previous, byte, at);
    if (seen.found >= 0) return true;
    ({ watched } = seen);
    previous = byte;
  }
  return watch.atEnd(watched, previous) >= 0;
};

describe('forbidden texts', () => {
  const PATTERNS = [
    'ab',
    'a+b',
    'a*b',
    '(ab|ba)c',
    'a{2,3}c',
    '[a-b]c?b',
    '\\bab\\b',
    '\\Bb',
    'a.b',
    '[^ab]c',
    'c(a|b)*c',
    '\\d\\w',
    'a{2}',
    '(?:a|)b',
  ];
  test.each(PATTERNS)('/%s/ is found in just those texts in which the language’s own finds it', (source) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', ' ', '_', '1', '\n'), { maxLength: 14 }), (characters) => {
        const text = characters.join('');
        expect(isFound([`/${source}/`], Buffer.from(text))).toBe(new RegExp(source).test(text));
        expect(isFound([`/${source}/i`], Buffer.from(text.toUpperCase()))).toBe(new RegExp(source, 'i').test(text));
      }),
    );
  });

  test('texts stand for themselves, with bytes and line ends written as they are elsewhere', () => {
    expect(isFound(['a.b'], Buffer.from('a.b'))).toBe(true);
    expect(isFound(['a.b'], Buffer.from('axb'))).toBe(false);
    expect(isFound(['\\x00\\n'], Uint8Array.of(1, 0, 10))).toBe(true);
    expect(isFound(['one', 'two'], Buffer.from('three or two'))).toBe(true);
  });

  test('characters are those of the encoding, capital or small where that does not matter', () => {
    expect(isFound(['é'], Uint8Array.of(0xe9), 'windows-1252')).toBe(true);
    expect(isFound(['é'], Buffer.from('é'))).toBe(true);
    expect(isFound(['/é/i'], Buffer.from('É'))).toBe(true);
    expect(isFound(['/[à-ü]x/'], Buffer.from('éx'))).toBe(true);
    expect(isFound(['日'], Uint8Array.of(0x3f), 'windows-1252')).toBe(false);
    expect(isFound(['b'], Buffer.from('ab', 'utf16le'), 'utf-16le')).toBe(true);
  });

  test('a pattern that would take another engine for ever is as quick as any', () => {
    expect(isFound(['/(a+)+b/'], Buffer.alloc(20_000, 97))).toBe(false);
  });

  test.each([
    ['/(/', 'has a "(" that is not closed'],
    ['/a)/', 'has a ")" too many'],
    ['/[b-a]/', 'has a range whose end comes before its beginning'],
    ['/a{3,1}/', 'counts otherwise'],
    ['/^a/', 'uses ^ or $'],
    ['/(?=a)/', 'looks ahead'],
    ['/*a/', 'has a "*" with nothing before it'],
    ['/a*/', 'fits where nothing stands'],
    ['/\\q/', 'uses \\q'],
    ['/[a-\\u4e00]/', 'too many characters'],
    ['/(a{200}){200}/', 'too large a pattern'],
  ])('%s is refused in a sentence: %s', (line, sentence) => {
    expect(() => forbiddenAutomaton([line], textEncoding('utf-8'))).toThrow(sentence);
  });
});

describe('writing around what is forbidden', () => {
  const weights = initialWeights(16, 5, 'uniform');
  weights.Who.set(weights.Who.map((weight) => 12 * weight));
  const stream = openNetworkStream(kernelSet('strict'), weights);
  const generate = (options: Partial<SamplingOptions>, pieces = 1) => {
    const wanted = { ...DEFAULT_SAMPLING, ...options };
    const generator = createGenerator(kernelSet('strict'), weights, wanted);
    const parts = Array.from({ length: pieces }, () => generator.next(Math.ceil(wanted.bytes / pieces)));
    return { text: Buffer.concat(parts), generator };
  };
  const zero = stream.state();
  const softmaxAfter = (text: number[], temperature: number, refused: number[]) => {
    stream.recall(zero);
    for (const byte of [10, ...text]) stream.read(byte);
    for (const byte of refused) stream.logits[byte] = -Infinity;
    return stream.probabilities(temperature);
  };
  /** The two bytes that this text has most often, and one more. */
  const plain = generate({ bytes: 2000 }).text;
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < plain.length; at++) {
    const pair = plain.toString('latin1', at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  const [[pair] = [''], [other] = ['']] = [...pairs].sort((a, b) => b[1] - a[1]);
  const hex = (text: string) =>
    [...Buffer.from(text, 'latin1')].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
  const never = [hex(pair), `/${hex(other[0]!)}+${hex(other[1]!)}/`];
  const found = (text: number[]) => {
    const latin = Buffer.from(text).toString('latin1');
    const pattern = new RegExp(`^(?:${hex(pair)}|${hex(other[0]!)}+${hex(other[1]!)})$`, 's');
    for (let from = 0; from < text.length; from++) if (pattern.test(latin.slice(from))) return from;
    return -1;
  };

  test('every byte is that of the plain reference, which goes back and draws again, however the bytes are asked for', () => {
    for (let seed = 0; seed < 40; seed++) {
      const options = { bytes: 60, seed, never, topK: 40 };
      const choose = (text: number[], u: number, refused: number[]) =>
        plainDraw(plainFilters(softmaxAfter(text, 0.8, refused), { ...DEFAULT_SAMPLING, topK: 40 }), u);
      const expected = writeAround({ bytes: 60, seed, choose, found });
      expect([...generate(options).text]).toEqual(expected);
      expect([...generate(options, 20).text]).toEqual(expected);
    }
  });

  test('what is forbidden is in no text, and a byte that is forbidden by itself is just left out', () => {
    const { text } = generate({ bytes: 5000, never: [...never, hex(plain.toString('latin1', 0, 1))] }, 7);
    expect(text.length).toBe(5000);
    expect(text.includes(Buffer.from(pair, 'latin1'))).toBe(false);
    expect(text.includes(plain[0]!)).toBe(false);
  });

  test('the first byte is drawn as often as it should be: another way is taken as often as it is likely', () => {
    const mostLikely = (text: number[]) => {
      const given = [...softmaxAfter(text, 0.2, [])];
      return given.indexOf(Math.max(...given));
    };
    const a = mostLikely([]);
    const b = mostLikely([a]);
    const first = Float32Array.from(softmaxAfter([], 0.2, []));
    const ofPair = first[a]! * softmaxAfter([a], 0.2, [])[b]!;
    const expected = first.map((p, byte) => (byte === a ? p - ofPair : p + (ofPair * p) / (1 - first[a]!)));
    const draws = 4000;
    const counts = new Uint32Array(256);
    for (let seed = 0; seed < draws; seed++) {
      const { text } = generate({ bytes: 2, temperature: 0.2, seed, never: [hex(String.fromCharCode(a, b))] });
      counts[text[0]!]! += 1;
    }
    const likely = [...expected.keys()].filter((byte) => draws * expected[byte]! > 5);
    const chiSquare = likely.reduce((sum, byte) => {
      const wanted = draws * expected[byte]!;
      return sum + (counts[byte]! - wanted) ** 2 / wanted;
    }, 0);
    // What another way changes is more than chance could: else this would show nothing.
    expect((draws * ofPair) ** 2 / (draws * first[a]!)).toBeGreaterThan(30);
    expect(chiSquare - likely.length).toBeLessThan(4 * Math.sqrt(2 * likely.length));
  });

  test('where every way on is forbidden the text ends and says so; what is already there stays', () => {
    const { text, generator } = generate({ bytes: 100, never: ['/[\\x00-\\x7f]/', '/[^\\x00-\\x7f]/'] });
    expect(text.length).toBe(0);
    expect(generator.ending).toEqual({ kind: 'stuck' });
    expect(generator.remaining).toBe(0);
  });

  test('what a writer had in mind goes on exactly, and a stop text still ends what is written', () => {
    const options = { bytes: 900, seed: 3, never, repetitionPenalty: 1.2, repeatPenalty: 1 };
    const whole = generate(options).text;
    const begun = createGenerator(kernelSet('strict'), weights, { ...DEFAULT_SAMPLING, ...options });
    const before = begun.next(400);
    const opening = { context: before, unread: 0, drawn: 0, memory: begun.memory() };
    const rest = createGenerator(
      kernelSet('strict'),
      weights,
      { ...DEFAULT_SAMPLING, ...options, bytes: 500 },
      { opening },
    );
    expect(Buffer.concat([before, rest.next(500)])).toEqual(whole);
    const letter = String.fromCharCode(whole.find((byte) => byte > 64 && byte < 91)!);
    const stopped = generate({ ...options, stop: letter });
    expect(stopped.text).toEqual(whole.subarray(0, whole.indexOf(letter) + 1));
    expect(stopped.generator.ending).toEqual({ kind: 'stop-text' });
  });
});
