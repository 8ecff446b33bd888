// Remembers which token stands for which paths, so that the page never has to name a path.
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { OfferedText } from '../calls/window-api';

export class OfferedTexts {
  #paths = new Map<string, string[]>();

  offer(paths: string[], names = paths.map((path) => basename(path))): OfferedText {
    const token = randomUUID();
    this.#paths.set(token, paths);
    return { token, names };
  }

  /** None for a token that was never offered. */
  pathsOf(token: string): string[] {
    return this.#paths.get(token) ?? [];
  }

  all(): Iterable<[token: string, paths: string[]]> {
    return this.#paths.entries();
  }
}
