// Tests what is shown of bytes: characters, and marks for what has no picture.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glyphName, toGlyphs, type Glyph } from '../../../src-renderer/write/glyphs';

const glyphsOf = (bytes: Uint8Array, { encoding = 'utf-8', isEnd = true, probability = 1 } = {}): Glyph[] =>
  toGlyphs({ from: 100, bytes, probabilities: new Float32Array(bytes.length).fill(probability) }, encoding, isEnd);
const shown = (glyphs: Glyph[]): string =>
  glyphs.map(({ text, mark }) => (mark === null ? text : `[${mark}]`)).join('');
const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

describe('Glyphs', () => {
  it('show a text as it is, whatever its characters', () => {
    const text = 'Ångström, 日本語, 👍\tand\n“more”';
    expect(shown(glyphsOf(textBytes(text)))).toBe(text);
  });

  it('cover every byte once, in order, for any bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 40 }),
        fc.constantFrom('utf-8', 'windows-1252', 'shift_jis'),
        (bytes, encoding) => {
          const glyphs = glyphsOf(bytes, { encoding });
          let next = 100;
          for (const { at, length } of glyphs) {
            expect(at).toBe(next);
            next += length;
          }
          expect(next).toBe(100 + bytes.length);
        },
      ),
    );
  });

  it('agree with the decoder on what is a character', () => {
    const characters = fc.string({ unit: 'binary', maxLength: 6 }).map(textBytes);
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 12 }), characters), (bytes) => {
        const hasBytes = glyphsOf(bytes).some(
          ({ mark, length }) => mark !== null && length === 1 && parseInt(mark, 16) >= 0x80,
        );
        expect(hasBytes).toBe(!isUtf8(bytes));
      }),
    );
  });

  it('mark control bytes, bytes outside the encoding and characters without a picture', () => {
    expect(shown(glyphsOf(Uint8Array.of(0x41, 0x00, 0x1b, 0x7f, 0xff, 0xc3, 0x42)))).toBe('A[00][1B][7F][FF][C3]B');
    expect(shown(glyphsOf(textBytes('\u202e\ue000')))).toBe('[U+202E][U+E000]');
    expect(shown(glyphsOf(Uint8Array.of(0xe9), { encoding: 'windows-1252' }))).toBe('é');
  });

  it('take CR LF as one line break, and CR alone as a mark', () => {
    const glyphs = glyphsOf(textBytes('a\r\nb\rc'));
    expect(shown(glyphs)).toBe('a\nb[0D]c');
    expect(glyphs[1]).toMatchObject({ at: 101, length: 2 });
  });

  it('wait for the rest of a character that is not whole yet, and show its bytes when nothing follows', () => {
    const torn = textBytes('a日').subarray(0, 3);
    expect(shown(glyphsOf(torn, { isEnd: false }))).toBe('a');
    expect(shown(glyphsOf(torn))).toBe('a[E6][97]');
  });

  it('are the more surprising the less likely all their bytes were, and none where they were given', () => {
    const surprise = (text: string, probability: number) => glyphsOf(textBytes(text), { probability })[0];
    expect(surprise('a', 0.9)).toMatchObject({ surprise: 0, isGiven: false });
    expect(surprise('a', 1 / 256)?.surprise).toBe(5);
    expect(surprise('é', 0.25)?.surprise).toBe(surprise('a', 0.0625)?.surprise);
    expect(surprise('a', NaN)).toMatchObject({ surprise: 0, isGiven: true });
  });

  it('have names where they cannot be seen', () => {
    expect(glyphsOf(textBytes(' \n\t')).map(glyphName)).toEqual(['space', 'line break', 'tab']);
    expect(glyphName({ text: '', mark: '0C' })).toBe('byte 0C');
  });
});
