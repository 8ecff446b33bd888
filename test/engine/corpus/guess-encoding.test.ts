import { encode } from 'iconv-lite';
import { expect, test } from 'vitest';
import { guessEncoding, noticeOf } from '../../../src-engine/corpus/guess-encoding';

const ENGLISH = 'Call me Ishmael. Some years ago, never mind how long precisely, I went to sea.\n'.repeat(20);
const FRENCH = 'Où était-il allé, ce garçon ? « Là-bas », répondit Élise ; l’été fut très chaud.\n'.repeat(20);
const JAPANESE = '吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。\n'.repeat(20);
const RUSSIAN = 'Все счастливые семьи похожи друг на друга, каждая несчастливая семья несчастлива по-своему.\n'.repeat(
  20,
);

test.each([
  ['UTF-8', ENGLISH, 'utf-8', 'utf-8'],
  ['UTF-8 beyond ASCII', JAPANESE, 'utf-8', 'utf-8'],
  ['UTF-16 without a mark', ENGLISH, 'utf-16le', 'utf-16le'],
  ['UTF-16 the other way round', FRENCH, 'utf-16be', 'utf-16be'],
  ['Latin-1', FRENCH.replaceAll('’', "'"), 'latin1', 'windows-1252'],
  ['Windows-1252', FRENCH, 'windows-1252', 'windows-1252'],
  ['Windows-1251', RUSSIAN, 'windows-1251', 'windows-1251'],
  ['KOI8-R', RUSSIAN, 'koi8-r', 'koi8-r'],
  ['Shift-JIS', JAPANESE, 'shift_jis', 'shift_jis'],
  ['EUC-JP', JAPANESE, 'euc-jp', 'euc-jp'],
])('%s is recognised', (_, text, encoding, expected) => {
  expect(guessEncoding(encode(text, encoding))).toEqual({ encoding: expected, hasMark: false, isBinary: false });
});

test.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('a byte-order mark says that it is %s', (encoding) => {
  const guess = guessEncoding(encode('One line.', encoding, { addBOM: true }));
  expect(guess).toEqual({ encoding, hasMark: true, isBinary: false });
  expect(noticeOf(guess)).toContain('byte-order mark');
});

test('a program is binary, and plain UTF-8 is nothing unusual', () => {
  const program = Uint8Array.from({ length: 4096 }, (_, index) => (index * 37) % 256);
  expect(guessEncoding(program).isBinary).toBe(true);
  expect(noticeOf(guessEncoding(Buffer.from(ENGLISH)))).toBeNull();
});
