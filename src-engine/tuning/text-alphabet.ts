// The bytes that the settings let a network predict of a text; a text is read through once for as long as the answer is believed.
import { occurringBytes } from '../corpus/occurring-bytes';
import type { TextFiles } from '../corpus/text-files';
import type { Settings } from '../hyperparameters';

/** Another program may change a text. */
const BELIEVED_MS = 10 * 60_000;

/** Ascending; null for all 256. */
export type Alphabet = Uint8Array | null;

export class TextAlphabets {
  private readonly found = new Map<string, { alphabet: Uint8Array; foundMs: number }>();

  /** Rejects with the signal's reason when that is aborted. */
  async find({ alphabet: wanted }: Settings, text: TextFiles, signal: AbortSignal): Promise<Alphabet> {
    if (wanted === 'all') return null;
    const key = JSON.stringify([text.paths, text.bytes]);
    const known = this.found.get(key);
    if (known && performance.now() - known.foundMs < BELIEVED_MS) return known.alphabet;
    const alphabet = Uint8Array.from(await occurringBytes(text, { signal }));
    this.found.set(key, { alphabet, foundMs: performance.now() });
    return alphabet;
  }
}
