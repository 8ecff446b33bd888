// Tests the names that dialogs suggest.
import { describe, expect, it } from 'vitest';
import { fileNameFrom } from '../../../src-main/calls/file-name';

describe('A suggested file name', () => {
  it.each([
    ['Moby-Dick', 'Moby-Dick.txt'],
    ['../../etc/passwd', 'etc passwd.txt'],
    ['a/b\\c:d*e', 'a b c d e.txt'],
    ['', 'Untitled.txt'],
    ['...', 'Untitled.txt'],
    ['x'.repeat(300), `${'x'.repeat(100)}.txt`],
  ])('is made out of %j', (suggested, name) => {
    expect(fileNameFrom(suggested, 'txt')).toBe(name);
  });
});
