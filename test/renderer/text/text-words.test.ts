// Tests the words for how a text's lines end.
import { expect, it } from 'vitest';
import { lineEndWords } from '../../../src-renderer/text/text-words';

it('one way is named, several are named by how common they are, none is one line', () => {
  expect(lineEndWords({ lf: 5, crlf: 0, cr: 0 })).toBe('LF');
  expect(lineEndWords({ lf: 1, crlf: 9, cr: 0 })).toBe('CR LF and LF, mixed');
  expect(lineEndWords({ lf: 0, crlf: 0, cr: 0 })).toBe('one line');
});
