// Remembers the texts read recently; those that are no longer where they were are passed over.
import { app } from 'electron';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { JsonFile } from '../preferences/json-file';
import { withNewest } from './newest-texts';

export interface RecentTexts {
  remember(paths: string[]): void;
  /** Those that are still there. */
  all(): Promise<string[][]>;
  forget(): void;
}

const paths = v.pipe(v.array(v.string()), v.minLength(1));
const file = v.object({ texts: v.fallback(v.array(paths), []) });

export function openRecentTexts(): RecentTexts {
  const store = new JsonFile<{ texts: string[][] }>(join(app.getPath('userData'), 'recent-texts.json'), file);
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
