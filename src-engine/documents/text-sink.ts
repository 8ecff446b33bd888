// Where the words of a document go: a new file, in UTF-8, with a checksum and an end to its length.
import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { numberInSentence, problem } from '../problem';

const PIECE_CHARACTERS = 2 ** 16;
const HIGH_SURROGATE = /[\ud800-\udbff]$/;

export interface TextSink {
  write(text: string): void;
  /** Bytes so far. */
  bytes(): number;
  /** Closes it; the checksum is SHA-256, as hex. */
  end(): { bytes: number; checksum: string };
  /** Closes it as it is. */
  close(): void;
}

export function openTextSink(path: string, name: string, mostBytes: number): TextSink {
  const file = openSync(path, 'wx');
  const hash = createHash('sha256');
  let waiting = '';
  let bytes = 0;
  let isOpen = true;

  const flush = (isLast: boolean) => {
    // Half of a character waits for the other half.
    const kept = !isLast && HIGH_SURROGATE.test(waiting) ? waiting.slice(-1) : '';
    const piece = Buffer.from(kept === '' ? waiting : waiting.slice(0, -1));
    waiting = kept;
    bytes += piece.length;
    if (bytes > mostBytes) {
      throw problem(
        `"${name}" holds more than ${numberInSentence(mostBytes)} bytes of text. Divide it into several files, then choose those.`,
      );
    }
    hash.update(piece);
    for (let done = 0; done < piece.length;) done += writeSync(file, piece, done);
  };
  const close = () => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  return {
    write(text) {
      waiting += text;
      if (waiting.length >= PIECE_CHARACTERS) flush(false);
    },
    bytes: () => bytes + waiting.length,
    end() {
      flush(true);
      close();
      return { bytes, checksum: hash.digest('hex') };
    },
    close,
  };
}
