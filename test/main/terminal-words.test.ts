// Tests what makes the program a terminal command: the launcher's word, and nothing that a file could be called.
import { expect, test } from 'vitest';
import { terminalWords } from '../../src-main/terminal-words';

test('a file may be called as a command is: without the launcher it is a text for the window', () => {
  expect(terminalWords(['/opt/Unroll/unroll.bin', 'train'])).toBeNull();
  expect(terminalWords(['/opt/Unroll/unroll.bin', '--unroll-terminal'])).toBeNull();
  expect(terminalWords(['/opt/Unroll/unroll.bin', '--', 'train'])).toBeNull();
});

test('after the launcher’s word everything is the command’s', () => {
  const words = ['unroll.bin', '--log-level=3', '--unroll-terminal', '--', 'train', '--', '--no-sandbox'];
  expect(terminalWords(words)).toEqual(['train', '--', '--no-sandbox']);
});
