// Finds the files that the application was started with, by a double click, a drop on its icon or a command line.
import { isAbsolute, resolve } from 'node:path';
import * as v from 'valibot';

const MOST_FILES = 10_000;
const files = v.pipe(v.array(v.pipe(v.string(), v.check(isAbsolute))), v.maxLength(MOST_FILES));

/** What a second start hands to the first one; anything may have written it. */
const handedOver = v.object({ files });
export type HandedOver = v.InferOutput<typeof handedOver>;

/**
 * `words` are the command line's without the program (and, from a checkout, without the application's folder). Chromium's
 * switches begin with a dash; a name that begins with one is given as ./-name.
 */
export function filesAmong(words: readonly string[], workingFolder: string): string[] {
  return words
    .filter((word) => word !== '' && !word.startsWith('-'))
    .slice(0, MOST_FILES)
    .map((word) => resolve(workingFolder, word));
}

/** Empty for whatever is not a list of absolute paths. */
export function filesHandedOver(data: unknown): string[] {
  const parsed = v.safeParse(handedOver, data);
  return parsed.success ? parsed.output.files : [];
}
