// Says whether something made from files is still fresh, by what the files hold: a checkout changes their dates.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './project.mjs';

function* filesUnder(path) {
  const status = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (status?.isFile()) yield path;
  if (!status?.isDirectory()) return;
  for (const name of readdirSync(join(ROOT, path)).sort()) yield* filesUnder(`${path}/${name}`);
}

/** `paths` are files and folders relative to the project; one that is missing counts as empty. */
export function contentHash(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesUnder(path)) {
      const content = readFileSync(join(ROOT, file));
      hash.update(`${file}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}
