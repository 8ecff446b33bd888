// Passes a plain text on, in UTF-8 and without a byte-order mark, otherwise as it is.
import { guessEncoding } from '../corpus/guess-encoding';
import { problem } from '../problem';
import type { TextBuilder } from './text-builder';

/** Its encoding is guessed by so much of it. */
const TELLING_BYTES = 2 ** 20;

/** Throws a `Problem` where it is no text; `name` is for people. */
export async function passPlainText(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
  builder: TextBuilder,
): Promise<void> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  const begin = () => {
    const beginning = Buffer.concat(waiting);
    const { encoding, isBinary } = guessEncoding(beginning);
    if (isBinary) throw problem(`"${name}" is no text: its bytes mean something else. Choose a text instead.`);
    waiting = [];
    const begun = new TextDecoder(encoding);
    builder.verbatim(begun.decode(beginning, { stream: true }));
    return begun;
  };
  for await (const piece of pieces) {
    if (decoder) builder.verbatim(decoder.decode(piece, { stream: true }));
    else {
      waiting.push(piece);
      bytes += piece.length;
      if (bytes >= TELLING_BYTES) decoder = begin();
    }
  }
  decoder ??= begin();
  builder.verbatim(decoder.decode());
}
