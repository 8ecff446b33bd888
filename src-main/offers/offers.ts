// Remembers which token stands for which paths, so that the page never has to name a path.
import { basename } from 'node:path';
import type { Offered, OfferKind } from '../calls/window-api';
import { sortFiles } from './sort-files';

export interface OfferParts {
  /** Tells the engine. */
  tell(token: string, paths: string[]): void;
  /** Puts a text among the recent ones. */
  remember(paths: string[]): void;
}

export class Offers {
  readonly #parts: OfferParts;
  readonly #paths = new Map<string, string[]>();

  constructor(parts: OfferParts) {
    this.#parts = parts;
  }

  offer(kind: OfferKind, paths: string[], names = paths.map((path) => basename(path))): Offered {
    const token = crypto.randomUUID();
    this.#paths.set(token, paths);
    this.#parts.tell(token, paths);
    return { token, kind, names };
  }

  /** A text of the user's own. */
  offerText(paths: string[]): Offered {
    this.#parts.remember(paths);
    return this.offer('text', paths);
  }

  /** What was dropped or the application was started with. */
  async offerFiles(files: readonly string[]): Promise<Offered[]> {
    const sorted = await sortFiles(files);
    return sorted.map(({ kind, paths }) => (kind === 'text' ? this.offerText(paths) : this.offer(kind, paths)));
  }

  /** None for a token that was never offered. */
  pathsOf(token: string): string[] {
    return this.#paths.get(token) ?? [];
  }

  /** For an engine that is new. */
  tellAll(): void {
    for (const [token, paths] of this.#paths) this.#parts.tell(token, paths);
  }
}
