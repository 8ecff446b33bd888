// Reads the list that the last engine left, for the first page of this start.
import { readFile, stat } from 'node:fs/promises';

/** The engine writes a twentieth of it. */
const MOST_BYTES = 4_000_000;

export class FirstList {
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
      return file.isFile() && file.size <= MOST_BYTES ? await readFile(this.#path, 'utf8') : null;
    } catch {
      // There is none yet, or none that can be read.
      return null;
    }
  }
}
