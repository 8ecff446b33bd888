// Remembers the texts read recently; those that are no longer where they were are passed over.
import Store from 'electron-store';
import { access } from 'node:fs/promises';
import { withNewest } from './newest-texts';

export interface RecentTexts {
  remember(paths: string[]): void;
  /** Those that are still there. */
  all(): Promise<string[][]>;
  forget(): void;
}

export function openRecentTexts(): RecentTexts {
  const store = new Store<{ texts: string[][] }>({
    name: 'recent-texts',
    clearInvalidConfig: true,
    defaults: { texts: [] },
    schema: { texts: { type: 'array', items: { type: 'array', minItems: 1, items: { type: 'string' } } } },
  });
  const isThere = async (paths: string[]): Promise<boolean> => {
    const found = await Promise.allSettled(paths.map((path) => access(path)));
    return found.every(({ status }) => status === 'fulfilled');
  };
  return {
    remember: (paths) => store.set('texts', withNewest(store.get('texts'), paths)),
    async all() {
      const texts = store.get('texts');
      const there = await Promise.all(texts.map(isThere));
      return texts.filter((_, index) => there[index]);
    },
    forget: () => store.set('texts', []),
  };
}
