// One text being written: a slice at a time, with what is needed to continue from any place of it.
import type { KernelSet } from '../kernels/kernels';
import { sentenceOnEnding } from './endings';
import { createGenerator } from './generator';
import type { Reading } from './reading';
import type { Piece, WritingOrder } from './sampler-messages';

/** A memory so often: any place is at most this many bytes of reading away from one. */
const BYTES_A_MEMORY = 256;
/** Bytes between two looks at the clock: a fifth of a millisecond each at H 1,024. */
const BYTES_A_LOOK = 8;

export interface WritingJob {
  readonly isDone: boolean;
  /** Why it ended before its length; null where it was asked to. */
  readonly note: string | null;
  /** Writes until the time, and at least a byte once the prompt is read; null when nothing was written yet. */
  slice(untilMs: number): Piece | null;
  /** Ends the text after the character that it is at. */
  finish(): void;
}

export function createWritingJob(kernels: KernelSet, order: WritingOrder, reading: Reading | null = null): WritingJob {
  const { network, options, encoding, opening } = order;
  const more = { encoding, ...(opening && { opening }), ...(reading && { reading }) };
  const generator = createGenerator(kernels, network.weights, options, more);
  let made = 0;
  let nextMemoryAt = 0;
  let wasTold = false;

  /** The first piece is a single byte, so that the first character stands as soon as it can. */
  const write = (untilMs: number): Piece => {
    const bytes: Uint8Array[] = [];
    const probabilities: Float32Array[] = [];
    const memories: Piece['memories'] = [];
    do {
      if (made === nextMemoryAt) {
        memories.push({ at: made, memory: generator.memory() });
        nextMemoryAt += BYTES_A_MEMORY;
      }
      const room = new Float32Array(Math.min(BYTES_A_LOOK, nextMemoryAt - made));
      const some = generator.next(wasTold ? room.length : 1, room);
      wasTold = true;
      made += some.length;
      bytes.push(some);
      probabilities.push(room.subarray(0, some.length));
    } while (generator.remaining > 0 && performance.now() < untilMs);
    return {
      bytes: joined(bytes, new Uint8Array(sizeOf(bytes))),
      probabilities: joined(probabilities, new Float32Array(sizeOf(probabilities))),
      memories,
    };
  };
  return {
    get isDone() {
      return generator.remaining === 0;
    },
    get note() {
      return sentenceOnEnding(generator.ending);
    },
    slice(untilMs) {
      while (generator.unread > 0) {
        generator.warm(BYTES_A_LOOK);
        if (generator.unread > 0 && performance.now() >= untilMs) return null;
      }
      return generator.remaining > 0 ? write(wasTold ? untilMs : 0) : null;
    },
    finish: () => generator.endSoon(),
  };
}

const sizeOf = (parts: { length: number }[]) => parts.reduce((sum, part) => sum + part.length, 0);

function joined<Numbers extends Uint8Array | Float32Array>(parts: Numbers[], into: Numbers): Numbers {
  let at = 0;
  for (const part of parts) {
    into.set(part, at);
    at += part.length;
  }
  return into;
}
