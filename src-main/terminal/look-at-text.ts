// Looks at a text before it is trained on, and says on standard error what the window would say of it.
import { summarise, type Summary } from '../../src-engine/corpus/summary';
import { openTextFiles } from '../../src-engine/corpus/text-files';
import type { EncodingName } from '../../src-engine/protocol/encodings';

/** A quarter of a second's reading. */
const MOST_BYTES = 2 ** 26;

export interface LookedAtText {
  name: string;
  bytes: number;
  /** As chosen, or as guessed. */
  encoding: EncodingName;
  /** What is unusual about it. */
  notice: string | null;
}

/** Throws a `Problem` if it cannot be read. */
export async function lookAtText(paths: string[], chosen?: EncodingName): Promise<LookedAtText> {
  const text = await openTextFiles(paths);
  try {
    const enough = new AbortController();
    let newest: Summary | null = null as Summary | null;
    const listener = {
      onSummary: (summary: Summary) => (newest = summary),
      onCounts: ({ countedBytes }: { countedBytes: number }) => {
        if (countedBytes >= MOST_BYTES) enough.abort();
      },
    };
    await summarise(text, listener, enough.signal);
    const guessed = newest?.encoding ?? 'utf-8';
    const isOverridden = chosen !== undefined && chosen !== guessed;
    return {
      name: text.name,
      bytes: text.bytes,
      encoding: chosen ?? guessed,
      notice: isOverridden ? null : (newest?.notice ?? null),
    };
  } finally {
    await text.close();
  }
}
