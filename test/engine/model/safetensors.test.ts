import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeSafetensors, encodeSafetensors, type Tensor } from '../../../src-engine/model/safetensors';
import { isProblem } from '../../../src-engine/problem';

const GOLDEN = new URL('../../fixtures/golden/', import.meta.url);

/** A file with this header and so many bytes of data. */
function fileOf(header: unknown, dataBytes = 0): Uint8Array {
  const json = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header));
  return fileOfBytes(json, dataBytes);
}

function fileOfBytes(header: Uint8Array, dataBytes = 0, length = BigInt(header.length)): Uint8Array {
  const file = new Uint8Array(8 + header.length + dataBytes);
  new DataView(file.buffer).setBigUint64(0, length, true);
  file.set(header, 8);
  return file;
}

/** The sentence for a file that is refused; any other outcome fails the test. */
function sentenceFor(bytes: Uint8Array): string {
  try {
    decodeSafetensors(bytes, 'net.safetensors');
  } catch (error) {
    if (isProblem(error)) return error.message;
    throw error;
  }
  throw new Error('It was taken.');
}

const tensor = (from: number, end: number, shape = [(end - from) / 4], dtype = 'F32') => ({
  dtype,
  shape,
  data_offsets: [from, end],
});

const dimension = fc.integer({ min: 0, max: 5 });
const KINDS = [
  ['F64', Float64Array],
  ['F32', Float32Array],
  ['I64', BigInt64Array],
  ['U64', BigUint64Array],
  ['I32', Int32Array],
  ['U32', Uint32Array],
  ['BF16', Uint16Array],
  ['U8', Uint8Array],
] as const;
const tensors = fc
  .record({ kind: fc.constantFrom(...KINDS), shape: fc.array(dimension, { maxLength: 3 }) })
  .chain(({ kind: [dtype, Kind], shape }) => {
    const bytes = shape.reduce((product, size) => product * size, 1) * Kind.BYTES_PER_ELEMENT;
    return fc
      .uint8Array({ minLength: bytes, maxLength: bytes })
      .map((data): Tensor => ({ dtype, shape, data: new Kind(new Uint8Array(data).buffer) }));
  });
const named = fc.dictionary(
  fc.string({ unit: 'grapheme', maxLength: 12 }).filter((name) => !['__metadata__', '__proto__'].includes(name)),
  tensors,
  { maxKeys: 5 },
);
const metadata = fc.dictionary(
  // valibot passes over these three in what is text by name.
  fc.string({ unit: 'grapheme' }).filter((name) => !['__proto__', 'prototype', 'constructor'].includes(name)),
  fc.string({ unit: 'grapheme' }),
  { maxKeys: 4 },
);
const bitsOf = ({ data }: Tensor) => [...new Uint8Array(data.buffer, data.byteOffset, data.byteLength)];

describe('safetensors', () => {
  test('what was encoded is decoded: names, types, shapes, bits (NaN too) and metadata', () => {
    fc.assert(
      fc.property(named, metadata, fc.integer({ min: 0, max: 9 }), (written, said, misaligned) => {
        const file = encodeSafetensors(written, said);
        const held = new Uint8Array(file.length + misaligned);
        held.set(file, misaligned);
        const read = decodeSafetensors(held.subarray(misaligned), 'net.safetensors');
        expect({ ...read.metadata }).toEqual({ ...said });
        expect(Object.keys(read.tensors).sort()).toEqual(Object.keys(written).sort());
        for (const [name, { dtype, shape, data }] of Object.entries(read.tensors)) {
          expect({ dtype, shape }).toEqual({ dtype: written[name]!.dtype, shape: written[name]!.shape });
          expect(data.constructor).toBe(written[name]!.data.constructor);
          expect(bitsOf({ dtype, shape, data })).toEqual(bitsOf(written[name]!));
        }
      }),
    );
  });

  test('the data begins at a multiple of 8, and each tensor at a multiple of its element', () => {
    fc.assert(
      fc.property(named, metadata, (written, said) => {
        const file = encodeSafetensors(written, said);
        const headerBytes = Number(new DataView(file.buffer).getBigUint64(0, true));
        expect(headerBytes % 8).toBe(0);
        const header = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + headerBytes))) as Record<
          string,
          { data_offsets: [number, number] }
        >;
        for (const [name, { data }] of Object.entries(written)) {
          expect(header[name]!.data_offsets[0] % data.BYTES_PER_ELEMENT).toBe(0);
        }
      }),
    );
  });

  test('files of another implementation are read, and written again they hold the same', () => {
    for (const name of readdirSync(GOLDEN).filter((each) => each.endsWith('.safetensors'))) {
      const read = decodeSafetensors(readFileSync(new URL(name, GOLDEN)), name);
      expect(Object.keys(read.tensors).sort()).toEqual(['Whh', 'Who', 'Wxh']);
      expect(decodeSafetensors(encodeSafetensors(read.tensors), name).tensors).toEqual(read.tensors);
    }
  });

  test('a tensor owns its values: changing the file afterwards changes nothing', () => {
    const file = Buffer.from(encodeSafetensors({ a: { dtype: 'F32', shape: [2], data: Float32Array.of(1, 2) } }));
    const { tensors: read } = decodeSafetensors(file, 'net.safetensors');
    file.fill(0);
    expect([...(read.a!.data as Float32Array)]).toEqual([1, 2]);
  });
});

describe('a damaged safetensors file is refused in one sentence', () => {
  const whole = encodeSafetensors({ a: { dtype: 'F32', shape: [2, 3], data: new Float32Array(6) } }, { by: 'a test' });

  const cases: [string, Uint8Array, string][] = [
    ['no bytes', new Uint8Array(0), 'it has only 0 bytes'],
    ['seven bytes', new Uint8Array(7), 'it has only 7 bytes'],
    ['a header longer than the file', fileOfBytes(new Uint8Array(4), 0, 5n), 'should have 5 bytes, but at most 4'],
    ['a header of 2⁶⁴-1 bytes', fileOfBytes(new Uint8Array(4), 0, 2n ** 64n - 1n), '18446744073709551615'],
    ['an empty header', fileOfBytes(new Uint8Array(0)), 'header is not a JSON object'],
    ['a header that is not UTF-8', fileOfBytes(Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x7d)), 'not a JSON object'],
    ['a header that is not JSON', fileOf('{"a":'), 'not a JSON object'],
    ['a header with a byte order mark', fileOf('\ufeff{}'), 'not a JSON object'],
    ['a header that begins with a space', fileOf(' {}'), 'not a JSON object'],
    ['an array as header', fileOf([1]), 'not a JSON object'],
    ['null as header', fileOf('null'), 'not a JSON object'],
    ['brackets a million deep', fileOf(`{"a":${'['.repeat(1e6)}${']'.repeat(1e6)}}`), '"a" is not described'],
    ['metadata that is no object', fileOf({ __metadata__: 'x' }), 'metadata is not text'],
    ['metadata that is not text', fileOf({ __metadata__: { a: 1 } }), 'metadata is not text'],
    ['an unknown type', fileOf({ a: tensor(0, 4, [1], 'F33') }, 4), '"a" is not described'],
    ['a tensor that is a number', fileOf({ a: 4 }), '"a" is not described'],
    ['a tensor that is null', fileOf({ a: null }), '"a" is not described'],
    ['no shape', fileOf({ a: { dtype: 'F32', data_offsets: [0, 4] } }, 4), '"a" is not described'],
    ['a negative size', fileOf({ a: tensor(0, 4, [-1, -1]) }, 4), '"a" is not described'],
    ['a size and a half', fileOf({ a: tensor(0, 4, [1.5]) }, 4), '"a" is not described'],
    ['a size as text', fileOf('{"a":{"dtype":"F32","shape":["1"],"data_offsets":[0,4]}}', 4), '"a" is not described'],
    ['a hundred dimensions', fileOf({ a: tensor(0, 4, new Array<number>(100).fill(1)) }, 4), '"a" is not described'],
    ['three offsets', fileOf({ a: { ...tensor(0, 4), data_offsets: [0, 4, 8] } }, 4), '"a" is not described'],
    ['a shape that overflows', fileOf({ a: tensor(0, 4, [2 ** 40, 2 ** 40]) }, 4), '"a" is not where'],
    ['a shape that wraps to 1', fileOf({ a: tensor(0, 4, [2 ** 32 + 1, 2 ** 32]) }, 4), '"a" is not where'],
    [
      'a shape beyond every number',
      fileOf({ a: tensor(0, 0, new Array<number>(30).fill(2 ** 40).concat(0)) }),
      '"a" is not where',
    ],
    ['an end beyond the file', fileOf({ a: tensor(0, 8) }, 4), '"a" is not where'],
    ['an end before the start', fileOf({ a: tensor(4, 0, [0]) }, 4), '"a" is not where'],
    ['fewer bytes than the shape', fileOf({ a: tensor(0, 4, [2]) }, 4), '"a" is not where'],
    ['two tensors on one place', fileOf({ a: tensor(0, 4), b: tensor(0, 4) }, 4), 'overlaps another'],
    ['two tensors that overlap', fileOf({ a: tensor(0, 8), b: tensor(4, 12) }, 12), '"b" overlaps another'],
    ['a gap', fileOf({ a: tensor(0, 4), b: tensor(8, 12) }, 12), '"b" overlaps another or leaves a gap'],
    ['bytes after the last tensor', fileOf({ a: tensor(0, 4) }, 5), 'belong to no tensor'],
    ['one byte less', whole.subarray(0, -1), '"a" is not where'],
    [
      'a name twice over the same bytes',
      fileOf(
        '{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}',
        4,
      ),
      'the same name twice',
    ],
    [
      'a name twice, once escaped',
      fileOf(
        '{"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},"\\u0061":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}}',
      ),
      'the same name twice',
    ],
    [
      'a shape twice',
      fileOf('{"a":{"dtype":"U8","shape":[4],"shape":[2,2],"data_offsets":[0,4]}}', 4),
      'the same name twice',
    ],
  ];

  test.each(cases)('%s', (_, bytes, what) => {
    const sentence = sentenceFor(bytes);
    expect(sentence).toMatch(/^"net\.safetensors" is not a complete safetensors file: [^\n]*\. Choose another file\.$/);
    expect(sentence).toContain(what);
  });

  test('a name of any length and kind leaves the sentence a sentence', () => {
    const sentence = sentenceFor(fileOf({ [`evil\n${'x'.repeat(100_000)}`]: 1 }));
    expect(sentence).not.toContain('\n');
    expect(sentence.length).toBeLessThan(250);
  });

  test('many tensors over the same bytes are refused before any of them is copied', () => {
    const size = 4_000_000;
    const many = Object.fromEntries(
      Array.from({ length: 5000 }, (_, index) => [`t${index}`, tensor(0, size, [size], 'U8')]),
    );
    const before = process.memoryUsage().arrayBuffers;
    const file = fileOf(many, size);
    expect(sentenceFor(file)).toContain('overlaps another');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 * size);
  });

  test('names that every object has are names like others', () => {
    const file = fileOf('{"__proto__":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}', 1);
    const { tensors: read } = decodeSafetensors(file, 'net.safetensors');
    expect(Object.keys(read)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  });

  const edit = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) });
  test('a file with any bytes changed, cut or added is read or refused, never anything else', () => {
    fc.assert(
      fc.property(
        fc.array(edit, { maxLength: 6 }),
        fc.nat(200),
        fc.uint8Array({ maxLength: 4 }),
        (edits, cut, more) => {
          const kept = Math.max(0, whole.length - (cut > 160 ? cut - 160 : 0));
          const bytes = Uint8Array.from([...whole.subarray(0, kept), ...(cut > 190 ? more : [])]);
          // Most edits go into the first 120 bytes, where the length and the header are.
          for (const { at, byte } of edits) if (bytes.length > 0) bytes[(at % 120) % bytes.length] = byte;
          readOrRefused(bytes);
        },
      ),
      { numRuns: 5000 },
    );
  });

  test('a header of any JSON over any data is read or refused, never anything else', () => {
    const wild = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('F32', 'U8', [0, 4], [4, 0], [1], [], [2, 2], -1, 1e308, 2 ** 53),
    );
    const entry = fc.record({ dtype: wild, shape: wild, data_offsets: wild }, { requiredKeys: [] });
    const header = fc.dictionary(
      fc.constantFrom('a', 'b', '__metadata__', '__proto__', 'constructor'),
      fc.oneof(entry, wild),
    );
    fc.assert(
      fc.property(header, fc.nat(16), (facts, dataBytes) => readOrRefused(fileOf(facts, dataBytes))),
      { numRuns: 5000 },
    );
  });
});

function readOrRefused(bytes: Uint8Array): void {
  try {
    const { tensors: read } = decodeSafetensors(bytes, 'net.safetensors');
    for (const { shape, data } of Object.values(read)) {
      expect(data).toHaveLength(shape.reduce((product, size) => product * size, 1));
    }
  } catch (error) {
    if (!isProblem(error)) throw error;
    expect(error.message).toMatch(
      /^"net\.safetensors" is not a complete safetensors file: [^\n]*\. Choose another file\.$/,
    );
  }
}
