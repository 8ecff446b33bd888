// Describes a dropped text to the user: a first answer from its beginning at once, then counts of all of it.
import { type EncodingName } from '../protocol/encodings';
import type { TextCounts, TextSummary } from '../protocol/texts';
import { createThrottle } from '../throttle';
import { createByteCounter, type ByteCounter } from './count-bytes';
import { guessEncoding, noticeOf, reconsider, tellingPart, type EncodingGuess } from './guess-encoding';
import { readThrough } from './read-through';
import type { TextFiles } from './text-files';

/** What the first answer is made from. */
const BEGINNING_BYTES = 2 ** 20;
const PREVIEWED_BYTES = 16 * 1024;
const SHOWN_LINES = 12;
const SHOWN_CHARACTERS = 1200;
const COUNTS_EVERY_MS = 200;

export type Summary = Omit<TextSummary, 'token' | 'fitted' | 'documents'>;

export interface SummaryListener {
  /** At once, and again when a later part of the text shows that the encoding is another. */
  onSummary(summary: Summary): void;
  onCounts(counts: TextCounts): void;
}

/** The text's first lines, read in an encoding. */
export async function firstLines(text: TextFiles, encoding: EncodingName): Promise<string> {
  const bytes = new Uint8Array(Math.min(PREVIEWED_BYTES, text.bytes));
  await text.read(bytes, 0);
  const beginning = new TextDecoder(encoding).decode(bytes, { stream: true });
  return beginning
    .split(/\r\n|\r|\n/, SHOWN_LINES)
    .join('\n')
    .slice(0, SHOWN_CHARACTERS);
}

function countsOf(counter: ByteCounter, isCounting: boolean): TextCounts {
  const { countedBytes, histogram, carriageReturnLineFeeds } = counter.counts();
  return {
    countedBytes,
    isCounting,
    histogram,
    distinctBytes: histogram.filter((count) => count > 0).length,
    lineEnds: {
      crlf: carriageReturnLineFeeds,
      lf: (histogram[10] ?? 0) - carriageReturnLineFeeds,
      cr: (histogram[13] ?? 0) - carriageReturnLineFeeds,
    },
  };
}

/** Resolves when all of the text has been counted, or as much as until the signal is aborted; the last counts say which. */
export async function summarise(text: TextFiles, listener: SummaryListener, signal: AbortSignal): Promise<void> {
  const counter = createByteCounter();
  const beginning = new Uint8Array(Math.min(BEGINNING_BYTES, text.bytes));
  await text.read(beginning, 0);
  counter.add(beginning);
  let guess = guessEncoding(beginning);
  const tell = async (isCounting: boolean) =>
    listener.onSummary({
      names: text.names,
      bytes: text.bytes,
      encoding: guess.encoding,
      notice: noticeOf(guess, text.innerMarks),
      isConvertible: isConvertible(guess),
      firstLines: await firstLines(text, guess.encoding),
      counts: countsOf(counter, isCounting),
    });
  await tell(beginning.length < text.bytes);
  if (beginning.length === text.bytes) return;

  const telling = createThrottle(COUNTS_EVERY_MS);
  telling.restart();
  let suspect = counter.counts().isUtf8 ? null : tellingPart(beginning);
  const see = (piece: Uint8Array) => {
    if (signal.aborted) return false;
    counter.add(piece);
    if (!suspect && !counter.counts().isUtf8) suspect = tellingPart(piece).slice();
    if (telling.isDue()) listener.onCounts(countsOf(counter, true));
    return true;
  };
  await readThrough(text, see, { from: beginning.length });
  const before = noticeOf(guess);
  if (suspect) guess = reconsider(guess, counter.counts(), suspect);
  if (noticeOf(guess) !== before) await tell(false);
  else listener.onCounts(countsOf(counter, false));
}

function isConvertible({ encoding, hasMark, isBinary }: EncodingGuess): boolean {
  return !isBinary && (encoding !== 'utf-8' || hasMark);
}
