// Installs the dependencies where they are missing or older than the lock file.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from './content-hash.mjs';
import { withLock } from './lock.mjs';
import { runNpm } from './npm.mjs';
import { ROOT } from './project.mjs';

const STAMP = join(ROOT, 'node_modules', '.unroll-installed');

function isFresh(lockHash) {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockHash;
}

/** Says so on stderr when it has something to do; npm speaks only when it fails. */
export async function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`This is Node ${process.versions.node}; Unroll's tools need 20.19 or newer.`);
  }
  const lockHash = contentHash(['package-lock.json']);
  if (isFresh(lockHash)) return;
  await withLock('install', async () => {
    if (isFresh(lockHash)) return;
    process.stderr.write('Installing the dependencies (npm ci) …\n');
    await runNpm(['ci']);
    writeFileSync(STAMP, lockHash);
  });
}
