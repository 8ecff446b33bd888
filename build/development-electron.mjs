// Says how Electron is started on the development build.
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { missingLibraries, whatToInstall } from './debian-libraries.mjs';
import { findElectron } from './electron.mjs';

function linkOrCopy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    // The cache may lie on another disk.
    copyFileSync(from, to);
  }
}

/** The pinned Electron opens no folder it is given, only the one among its resources: it gets a folder of its own, beside the application's, that leads there. */
function withApplication({ folder, executable, version }, application) {
  const own = join(application, '..', `electron-${version}`);
  const place = join(own, executable.slice(folder.length));
  if (existsSync(own)) return place;
  const unfinished = `${own}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const from = join(entry.parentPath, entry.name);
    if (entry.isFile()) linkOrCopy(from, join(unfinished, from.slice(folder.length)));
  }
  mkdirSync(join(unfinished, 'resources'), { recursive: true });
  symlinkSync(application, join(unfinished, 'resources', 'app'));
  renameSync(unfinished, own);
  return place;
}

/** The executable, and the words that come before all others. `application` is the development build's folder. */
export async function developmentElectron(application, say) {
  const electron = await findElectron(say);
  const missing = await missingLibraries(electron.executable);
  if (missing.length > 0) {
    throw new Error(
      `Electron needs libraries that are not here (${missing.join(', ')}); ${await whatToInstall(false)}`,
    );
  }
  const executable = electron.isPinned ? withApplication(electron, application) : electron.executable;
  // Chromium's sandbox refuses to run as root.
  const sandbox = process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : [];
  return { executable, words: [application, ...sandbox] };
}
