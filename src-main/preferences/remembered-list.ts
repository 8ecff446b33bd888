// Keeps the list of runs and models as the page had it last, for the first page of the next start; the page alone knows what is in it.
import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';

/** A hundred runs take a fifth of it. */
export const MOST_LIST_CHARACTERS = 1_000_000;
const MOST_BYTES = 4 * MOST_LIST_CHARACTERS;

export class RememberedList {
  #text: string | null = null;
  #isTaken = false;
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** Null where there is none, and for every page but the first: those find an engine, which knows better. */
  async take(): Promise<string | null> {
    if (this.#isTaken) return null;
    this.#isTaken = true;
    try {
      const file = await stat(this.#path);
      if (file.isFile() && file.size <= MOST_BYTES) this.#text = await readFile(this.#path, 'utf8');
    } catch {
      // There is none yet, or none that can be read.
    }
    return this.#text;
  }

  async keep(text: string): Promise<void> {
    if (text === this.#text) return;
    await mkdir(dirname(this.#path), { recursive: true });
    await writeFileAtomic(this.#path, text);
    this.#text = text;
  }
}
