// Tests the words for how a text's lines end.
import { expect, it } from 'vitest';
import { lineEndWords, shortTextWarning } from '../../../src-renderer/text/text-words';

it('one way is named, several are named by how common they are, none is one line', () => {
  expect(lineEndWords({ lf: 5, crlf: 0, cr: 0 })).toBe('LF');
  expect(lineEndWords({ lf: 1, crlf: 9, cr: 0 })).toBe('CR LF and LF, mixed');
  expect(lineEndWords({ lf: 0, crlf: 0, cr: 0 })).toBe('one line');
});

it('a text of two bytes may be trained on, with a warning; a long one has none', () => {
  expect(shortTextWarning(2)).toMatch(/^This text is very short \(2 B\w*\): a network will mostly learn it by heart/i);
  expect(shortTextWarning(1_000_000)).toBeNull();
});
