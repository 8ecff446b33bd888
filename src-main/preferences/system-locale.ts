// Finds out how the system's people write numbers and dates, as a tag that can be used.
import { app } from 'electron';

/** Some systems name a locale that is none, for example "C". */
export function usableLocale(tags: readonly string[]): string {
  for (const tag of tags) {
    try {
      // Asking which of them the machine knows would read the tables of all languages; an unknown one is written as the default.
      const [usable] = Intl.getCanonicalLocales(tag);
      if (usable !== undefined) return usable;
    } catch {
      // The next one may do.
    }
  }
  return 'en';
}

export const systemLocale = (): string => usableLocale([app.getSystemLocale(), app.getLocale()]);
