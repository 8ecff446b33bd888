// Tests that a terminal gets marks where a text would command it, and that a pipe gets the text as it is.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPieceWriter, withMarks, writeText, type OutputStream } from '../../../src-main/terminal/streams';

function kept(isTTY: boolean): OutputStream & { bytes: () => Buffer } {
  const pieces: Buffer[] = [];
  return {
    isTTY,
    write: (data) => pieces.push(Buffer.from(data as Uint8Array)) > 0,
    bytes: () => Buffer.concat(pieces),
  };
}

test.each([
  ['a title', '\x1b]0;pwned\x07', '␛]0;pwned␇'],
  ['a cleared screen', '\x1b[2J\x1b[H', '␛[2J␛[H'],
  ['the same in one character', '\u009b2J', '‹U+009B›2J'],
  ['a line written over', 'safe\rrm -rf', 'safe␍rm -rf'],
  ['turned writing', 'a\u202eb', 'a‹U+202E›b'],
  ['a byte of a name that is no character', 'caf\udce9', 'caf‹U+DCE9›'],
  ['DEL', '\x7f', '␡'],
])('%s is shown as marks', (_, text, shown) => {
  expect(withMarks(text)).toBe(shown);
});

test('line ends, tabs and the characters of all scripts stay', () => {
  expect(withMarks('a\tb\r\nc\n日本 👩‍👧 é')).toBe('a\tb\nc\n日本 👩‍👧 é');
});

test('no byte that a terminal obeys is left, whatever comes in whatever pieces', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 20 })), fc.string({ unit: 'binary' }), (pieces, text) => {
      const terminal = kept(true);
      const write = createPieceWriter(terminal, 'utf-8');
      for (const piece of pieces) write(piece);
      writeText(terminal, text);
      // oxlint-disable-next-line no-control-regex -- they are what is looked for
      expect(terminal.bytes().toString()).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f]/);
    }),
  );
});

test('into a pipe go the exact bytes', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 20 })), (pieces) => {
      const pipe = kept(false);
      const write = createPieceWriter(pipe, 'windows-1252');
      for (const piece of pieces) write(piece);
      writeText(pipe, '\x1b[2J');
      expect(pipe.bytes()).toEqual(Buffer.concat([...pieces, Buffer.from('\x1b[2J')]));
    }),
  );
});

test('a terminal sees characters of the text’s encoding, also where a piece ends within one', () => {
  const terminal = kept(true);
  const write = createPieceWriter(terminal, 'utf-8');
  const bytes = Buffer.from('日本');
  for (const byte of bytes) write(Uint8Array.of(byte));
  expect(terminal.bytes().toString()).toBe('日本');
  const western = kept(true);
  createPieceWriter(western, 'windows-1252')(Uint8Array.of(0xe9, 0x1b));
  expect(western.bytes().toString()).toBe('é␛');
});
