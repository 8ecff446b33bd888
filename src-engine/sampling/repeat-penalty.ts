// Makes what would lengthen a repeat less likely, the longer the repeat is (after "DRY", p-e-w 2024, with bytes in the place of tokens).
import type { SamplingOptions } from '../protocol/writing';
import { createRepeats } from './repeats';
import type { TextEncoding } from './encoding';

export type RepeatOptions = Pick<
  SamplingOptions,
  'repeatPenalty' | 'repeatBase' | 'repeatLength' | 'repeatWindow' | 'repeatBreakers'
>;

/** A repeat counts as no longer than its free length and this: the penalty is then beyond any logit. */
const MOST_COUNTED_BYTES = 100;

export interface RepeatPenalty {
  push(byte: number): void;
  /** o = o - penalty·base^(m - length) for every byte that would lengthen a repeat of m ≥ length bytes, m the longest; in place, f32. */
  penalise(logits: Float32Array): void;
}

/** By how much a repeat is longer than it may be: what is taken from the logit, each power from the one before. */
function amounts({ repeatPenalty, repeatBase }: RepeatOptions): Float64Array {
  const table = new Float64Array(MOST_COUNTED_BYTES + 1);
  let amount = repeatPenalty;
  for (let excess = 0; excess < table.length; excess++) {
    table[excess] = amount;
    amount *= repeatBase;
  }
  return table;
}

/** Null where it is off. */
export function createRepeatPenalty(options: RepeatOptions, encoding: TextEncoding): RepeatPenalty | null {
  if (options.repeatPenalty === 0) return null;
  const { repeatLength, repeatWindow, repeatBreakers } = options;
  const breakers = new Uint8Array(256);
  for (const byte of encoding.encode(repeatBreakers)) breakers[byte] = 1;
  const repeats = createRepeats(repeatWindow, breakers);
  const table = amounts(options);
  const longest = new Uint32Array(256);
  return {
    push: (byte) => repeats.push(byte),
    penalise(logits) {
      const { run, reach } = repeats;
      let isAny = false;
      for (let d = 1; d <= reach; d++) {
        const bytes = run[d] ?? 0;
        if (bytes < repeatLength) continue;
        const next = repeats.before(d);
        if (!isAny) longest.fill(0);
        isAny = true;
        longest[next] = Math.max(longest[next] ?? 0, bytes);
      }
      if (!isAny) return;
      for (let byte = 0; byte < 256; byte++) {
        const bytes = longest[byte] ?? 0;
        if (bytes === 0) continue;
        logits[byte] = (logits[byte] ?? 0) - (table[Math.min(MOST_COUNTED_BYTES, bytes - repeatLength)] ?? 0);
      }
    },
  };
}
