// Finds where a pattern stands in bytes that come piece by piece: from the left, the longest at each place, none over another.
import { forbiddenAutomaton } from '../sampling/forbidden-automaton';
import { LONGEST_FORBIDDEN_BYTES, createForbiddenWatch } from '../sampling/forbidden-watch';
import { textEncoding } from '../sampling/text-encoding';

const MOST_FOUND = 10_000;
/** What stands before a place counts for a word's border. */
const LOOKED_BACK = 1;

export interface FoundPattern {
  at: number[];
  lengths: number[];
  isAll: boolean;
}

/** `pattern` is without slashes; a stretch that is found is at most 256 bytes long. Throws a `Problem` where it is no pattern. */
export async function findPattern(
  pieces: AsyncIterable<Uint8Array>,
  pattern: string,
  encoding: string,
  ignoresCase: boolean,
): Promise<FoundPattern> {
  const watch = createForbiddenWatch(
    forbiddenAutomaton([`/${pattern}/${ignoresCase ? 'i' : ''}`], textEncoding(encoding)),
  );
  const found: FoundPattern = { at: [], lengths: [], isAll: true };
  let kept: Uint8Array = new Uint8Array();
  /** Where in the text `kept` begins, and from where on a place is looked for. */
  let begin = 0;
  let from = 0;
  const look = (text: Uint8Array, end: number) => {
    while (from < end) {
      const matchEnd = watch.longestFrom(text, from - begin) + begin;
      if (matchEnd <= from) {
        from += 1;
        continue;
      }
      if (found.at.length === MOST_FOUND) {
        found.isAll = false;
        return;
      }
      found.at.push(from);
      found.lengths.push(matchEnd - from);
      from = matchEnd;
    }
  };
  for await (const piece of pieces) {
    const text = Buffer.concat([kept, piece]);
    // Whatever begins later may go on in the next piece.
    look(text, begin + text.length - LONGEST_FORBIDDEN_BYTES - 1);
    if (!found.isAll) return found;
    const keepFrom = Math.max(0, Math.min(text.length, from - begin - LOOKED_BACK));
    kept = text.subarray(keepFrom);
    begin += keepFrom;
  }
  look(kept, begin + kept.length);
  return found;
}
