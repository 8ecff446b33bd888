// Tests that a pasted text is called by its first words, and that a clipboard without one says so.
import { expect, test } from 'vitest';
import { textOnClipboard } from '../../../src-main/texts/pasted-text';

const clipboard = (text: string, hasPicture = false) => ({ readText: () => text, has: () => hasPicture });

test.each([
  ['Call me Ishmael. Some years ago, never mind how long\n', 'Call me Ishmael. Some years ago, never.txt'],
  ['\n\n  — First line!\nsecond', '— First line.txt'],
  ['***\n!!!', 'Pasted text.txt'],
  ['x'.repeat(500), 'Pasted text.txt'],
])('%j is called %j', async (text, name) => {
  expect((await textOnClipboard(clipboard(text))).name).toBe(name);
});

test('line ends of Windows become plain ones', async () => {
  expect((await textOnClipboard(clipboard('a\r\nb\r\n'))).text).toBe('a\nb\n');
});

test('a clipboard without a text says what it holds', async () => {
  await expect(textOnClipboard(clipboard(' \n'))).rejects.toThrow(/^The clipboard holds no text\. Copy a text/);
  await expect(textOnClipboard(clipboard('', true))).rejects.toThrow(/holds a picture, not a text/);
});
