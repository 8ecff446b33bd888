// Makes the .deb that the tests install, of the application as it ships, packed as fast as can be; one that is fresh stays.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withLock } from '../lock.mjs';
import { ROOT } from '../project.mjs';
import { unavailable } from '../unavailable.mjs';
import { makeInstallers, reasonAgainst } from './make-installers.mjs';

const FOLDER = join(ROOT, 'dist', 'test-installers');
const STAMP = join(ROOT, 'dist', '.test-installers-hash');

const made = () => (existsSync(FOLDER) ? readdirSync(FOLDER).find((name) => name.endsWith('.deb')) : undefined);

/** Resolves to its path. Needs what `ensurePackaged('production')` leaves. */
export async function packageForTests(electron, executable) {
  if (process.platform !== 'linux') throw unavailable('a .deb is made on Linux only');
  const reason = reasonAgainst('deb', { canDownload: false });
  if (reason !== null) throw unavailable(reason);
  const hash = readFileSync(join(ROOT, 'dist', '.production-hash'), 'utf8');
  await withLock('test-installers', async () => {
    if (made() && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return;
    const unpacked = dirname(executable);
    await makeInstallers({ unpacked, electron, kinds: ['deb'], folder: FOLDER, compression: 'gz', quick: true });
    writeFileSync(STAMP, hash);
  });
  return join(FOLDER, made());
}
