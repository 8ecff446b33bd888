// Writes with the page's network, a few milliseconds at a time, so that the page stays quick; the bytes are the application's.
import type { SamplingOptions } from '../src-engine/protocol/writing';
import type { TextEncoding } from '../src-engine/sampling/encoding';
import { sentenceOnEnding } from '../src-engine/sampling/endings';
import { generatorFrom, type Generator } from '../src-engine/sampling/generator-from';
import { openingAtPrompt, type Opening } from '../src-engine/sampling/opening';
import { readingOf } from '../src-engine/sampling/reading';
import type { NetworkStream } from '../src-engine/sampling/stream-over';

const SLICE_MS = 12;
const BYTES_A_LOOK = 8;
/** Of the text before: more than any setting looks back on. */
const REMEMBERED_BYTES = 8192;

export interface WriterHooks {
  /** Whole pieces of the text, as they come. */
  onbytes(bytes: Uint8Array): void;
  /** `sentence`: why it is shorter than was asked for. */
  onend(sentence: string | null): void;
}

export interface PageWriter {
  readonly isWriting: boolean;
  /** Something was written and can be gone on with. */
  readonly canContinue: boolean;
  write(options: SamplingOptions): void;
  /** Goes on from the end; prompt and seed stay. */
  goOn(options: SamplingOptions): void;
  /** After the character that it is at. */
  stop(): void;
}

function joined(...parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const lastOf = (bytes: Uint8Array) => bytes.slice(Math.max(0, bytes.length - REMEMBERED_BYTES));

/** Does the next part of the work after the browser has done what is due. */
function createTurns(): (work: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  let next: (() => void) | null = null;
  port1.onmessage = () => next?.();
  return (work) => {
    next = work;
    port2.postMessage(null);
  };
}

export function createPageWriter(
  stream: NetworkStream,
  encoding: TextEncoding,
  hiddenSize: number,
  { onbytes, onend }: WriterHooks,
): PageWriter {
  const soon = createTurns();
  let generator: Generator | null = null;
  let isWriting = false;
  /** The text's last bytes, those of the prompt too. */
  let end = new Uint8Array();

  const slice = (): void => {
    if (!generator) return;
    const until = performance.now() + SLICE_MS;
    while (generator.unread > 0 && performance.now() < until) generator.warm(BYTES_A_LOOK);
    const pieces: Uint8Array[] = [];
    while (generator.unread === 0 && generator.remaining > 0 && performance.now() < until) {
      pieces.push(generator.next(BYTES_A_LOOK));
    }
    const bytes = joined(...pieces);
    end = lastOf(joined(end, bytes));
    if (bytes.length > 0) onbytes(bytes);
    if (generator.unread > 0 || generator.remaining > 0) return soon(slice);
    isWriting = false;
    onend(sentenceOnEnding(generator.ending));
  };
  const begin = (options: SamplingOptions, opening: Opening): void => {
    stream.recall(new Float32Array(hiddenSize));
    generator = generatorFrom(readingOf(stream, opening), { options, encoding, opening });
    isWriting = true;
    soon(slice);
  };
  return {
    get isWriting() {
      return isWriting;
    },
    get canContinue() {
      return generator !== null && !isWriting;
    },
    write(options) {
      const prompt = encoding.encode(options.prompt);
      end = lastOf(prompt);
      begin(options, openingAtPrompt(prompt));
    },
    goOn(options) {
      if (!generator || isWriting) return;
      begin(options, { context: end, unread: 0, drawn: 0, memory: generator.memory() });
    },
    stop: () => generator?.endSoon(),
  };
}
