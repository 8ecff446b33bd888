// The bytes that the settings let a network predict of a text; a text is read through once for as long as the answer is believed.
import { occurringBytes } from '../corpus/occurring-bytes';
import type { TextFiles } from '../corpus/text-files';
import type { Settings } from '../hyperparameters';
import { Believed } from './believed';

/** Ascending; null for all 256. */
export type Alphabet = Uint8Array | null;

export class TextAlphabets {
  private readonly found = new Believed<Uint8Array>();

  /** Rejects with the signal's reason when that is aborted. */
  async find({ alphabet: wanted }: Settings, text: TextFiles, signal: AbortSignal): Promise<Alphabet> {
    if (wanted === 'all') return null;
    const key = JSON.stringify([text.paths, text.bytes]);
    const known = this.found.get(key);
    if (known) return known;
    const alphabet = Uint8Array.from(await occurringBytes(text, { signal }));
    this.found.set(key, alphabet);
    return alphabet;
  }
}
