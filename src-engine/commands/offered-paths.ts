// The paths behind the tokens that the page knows. A page's command may come before the main process has said what its token stands for.
import { problem } from '../problem';

const PATIENCE_MS = 3000;

export interface OfferedPaths {
  offer(token: string, paths: string[]): void;
  /** Waits a moment for a token that is not yet known; throws a `Problem` if it does not come. */
  pathsOf(token: string): Promise<string[]>;
}

export function createOfferedPaths(): OfferedPaths {
  const known = new Map<string, string[]>();
  const waiting = new Map<string, ((paths: string[]) => void)[]>();
  return {
    offer(token, paths) {
      known.set(token, paths);
      for (const take of waiting.get(token) ?? []) take(paths);
      waiting.delete(token);
    },
    pathsOf(token) {
      const paths = known.get(token);
      if (paths) return Promise.resolve(paths);
      return new Promise((resolve, reject) => {
        const giveUp = setTimeout(
          () => reject(problem('That text is no longer available. Choose it again.')),
          PATIENCE_MS,
        );
        const take = (found: string[]) => {
          clearTimeout(giveUp);
          resolve(found);
        };
        waiting.set(token, [...(waiting.get(token) ?? []), take]);
      });
    },
  };
}
