// Makes the packages that people install, of the unpacked application; says which this machine cannot make, and why.
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT } from '../project.mjs';
import { runQuietly } from '../run.mjs';

/** Of which kinds there are, on each system. */
const KINDS = {
  linux: ['tar.gz', 'deb', 'rpm', 'AppImage'],
  darwin: ['dmg', 'zip'],
  win32: ['nsis', 'zip'],
};
const CHECKSUMS = 'SHA256SUMS';

const isOnPath = (name) => (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

export const kindsHere = () => KINDS[process.platform] ?? [];

/** Null where it can be made. */
export function reasonAgainst(kind, { canDownload }) {
  if (kind === 'deb' && !isOnPath('dpkg-deb')) return 'dpkg-deb is not here (Debian: sudo apt-get install dpkg)';
  if (kind === 'rpm' && !isOnPath('rpmbuild')) return 'rpmbuild is not here (Debian: sudo apt-get install rpm)';
  const isBrought = canDownload || process.env.APPIMAGE_TOOLS_PATH !== undefined;
  if (kind === 'AppImage' && !isBrought)
    return 'its runtime is downloaded, and Electron’s own download could not be reached either';
  return null;
}

/** A copy that may be run: npm unpacks the program without its run bit. */
async function sevenZip(folder) {
  const { path7za } = await import('7zip-bin');
  const copy = join(folder, process.platform === 'win32' ? '7za.exe' : '7za');
  copyFileSync(path7za, copy);
  chmodSync(copy, 0o755);
  return copy;
}

function leaveChecksums(folder) {
  const names = readdirSync(folder).filter((name) => name !== CHECKSUMS);
  const lines = names.sort().map((name) => {
    const sum = createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
    return `${sum}  ${name}\n`;
  });
  writeFileSync(join(folder, CHECKSUMS), lines.join(''));
}

/** Where releases are: the repository that a workflow builds, else what package.json says. */
function homepage() {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env;
  return server && repository ? `${server}/${repository}` : null;
}

/**
 * Makes `kinds` in `folder`, in place of what was there. `quick` packs as fast as can be, for tests. Resolves to their paths.
 */
export async function makeInstallers({ unpacked, electron, kinds, folder, compression = 'xz', quick = false }) {
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  const work = mkdtempSync(join(ROOT, 'dist', '.installers-'));
  try {
    const output = join(work, 'made');
    const { version, folder: electronFolder } = electron;
    const wanted = {
      electron: { version, folder: electronFolder },
      output,
      prepackaged: unpacked,
      targets: kinds,
      compression,
      homepage: homepage(),
    };
    const env = { ...process.env, ELECTRON_BUILDER_7ZIP_PATH: await sevenZip(work) };
    if (process.platform === 'linux') env.CUSTOM_FPM_PATH = join(ROOT, 'build', 'packaging', 'fpm-stand-in.mjs');
    // The smallest tar.gz takes 7-Zip ten minutes, for a few percent.
    if (process.platform === 'linux') env.ELECTRON_BUILDER_COMPRESSION_LEVEL = quick ? '1' : '5';
    if (quick) env.UNROLL_QUICK_PACKAGES = '1';
    await runQuietly(process.execPath, ['build/make-package.mjs', JSON.stringify(wanted)], { env });
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const made = readdirSync(output, { withFileTypes: true }).filter(
      (entry) => entry.isFile() && /^unroll.*(?<!\.blockmap)$/i.test(entry.name),
    );
    for (const { name } of made) renameSync(join(output, name), join(folder, name));
    leaveChecksums(folder);
    return made.map(({ name }) => join(folder, name));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
