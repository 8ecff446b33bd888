// Knows the Debian libraries that Electron and the desktop tests need, and brings them where this is root on Debian.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './caches.mjs';
import { HAS_TORCH, findPython } from './find-torch.mjs';
import { withLock } from './lock.mjs';
import { findCompiler } from './native-compiler.mjs';
import { runQuietly } from './run.mjs';
import { isOffline, unavailable } from './unavailable.mjs';

/** Electron's own. */
const FOR_WINDOWS = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libxtst6',
  'libnotify4',
  'libsecret-1-0',
];
/** A display for the tests, and what the installed package needs besides. */
const FOR_TESTS = ['xvfb', 'xdg-utils'];
/** It sets the clock of one program. */
const FOR_CLOCKS = ['faketime'];
/** A compiler and an emulator for 64-bit ARM, on x64: its kernels are tried there. */
const FOR_ARM = ['g++-aarch64-linux-gnu', 'libc6-dev-arm64-cross', 'qemu-user'];
/** A run goes on in PyTorch: 300 MB, which are kept. The plain BLAS that it comes with is a hundred times slower. */
const FOR_HANDOVER = ['python3-torch', 'python3-numpy', 'libopenblas0-pthread'];

function isDebian() {
  const release = '/etc/os-release';
  return (
    existsSync('/usr/bin/apt-get') && existsSync(release) && /\b(debian|ubuntu)\b/i.test(readFileSync(release, 'utf8'))
  );
}

async function succeeds(command, parts) {
  try {
    return await runQuietly(command, parts);
  } catch {
    return null;
  }
}

async function isInstalled(name) {
  const status = await succeeds('dpkg-query', ['-W', '-f', '${Status}', name]);
  return status?.endsWith('ok installed') ?? false;
}

/** Since Debian 13 some of them carry the suffix t64. */
async function missingAmong(names) {
  const missing = [];
  for (const name of names) {
    if (!(await isInstalled(name)) && !(await isInstalled(`${name}t64`))) missing.push(name);
  }
  return missing;
}

async function namesHere(names) {
  const newer = async (name) => (await succeeds('apt-cache', ['show', '--no-all-versions', `${name}t64`])) !== null;
  return Promise.all(names.map(async (name) => ((await newer(name)) ? `${name}t64` : name)));
}

/** Where what is downloaded stays, so that another machine image with the same cache downloads it no more. */
function keptArchives() {
  const folder = join(cacheFolder(), 'debian-packages');
  mkdirSync(join(folder, 'partial'), { recursive: true });
  return ['-o', `Dir::Cache::archives=${folder}`, '-o', 'APT::Keep-Downloaded-Packages=true'];
}

function install(names, options) {
  return withLock('debian', () => installAlone(names, options));
}

async function installAlone(names, options) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // A new machine may be updating itself.
  const get = (...words) => runQuietly('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...words], { env });
  const updated = await get('update');
  try {
    await get(...options, 'install', '-y', '--no-install-recommends', ...(await namesHere(names)));
  } catch (error) {
    // Without a connection it is the update that says so, and that does not fail.
    throw Object.assign(error, { output: updated + error.output });
  }
}

/** Libraries that the loader does not find for this Electron, on any Linux. */
export async function missingLibraries(electron) {
  if (process.platform !== 'linux') return [];
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  try {
    await runQuietly(electron, ['--eval', ''], { env });
    return [];
  } catch (error) {
    const first = /error while loading shared libraries: ([^:\s]+)/.exec(error.output ?? '');
    if (!first) throw error;
    // The loader names one at a time; `ldd`, where there is one, names all.
    const all = [...((await succeeds('ldd', [electron])) ?? '').matchAll(/(\S+) => not found/g)];
    return all.length > 0 ? all.map((match) => match[1]) : [first[1]];
  }
}

/** Says in one line what the user can run. */
export async function whatToInstall(forTests) {
  const names = forTests ? [...FOR_WINDOWS, ...FOR_TESTS] : FOR_WINDOWS;
  if (!isDebian()) return `use your package manager to install what Debian calls ${names.join(' ')}`;
  return `run: ${await commandFor(names)}`;
}

async function commandFor(names) {
  return `sudo apt-get update && sudo apt-get install -y ${(await namesHere(names)).join(' ')}`;
}

/** For the tests: installs what is missing where this is root on Debian, and is unavailable to everyone else there. */
export async function ensureDebianLibraries(say) {
  if (process.platform !== 'linux' || !isDebian()) return;
  await ensurePackages([...FOR_WINDOWS, ...FOR_TESTS], say);
}

/** For the tests: where this is root on Debian there is a C++ compiler. Elsewhere the build says what one would bring. */
export async function ensureCompiler(say) {
  if (findCompiler() || process.platform !== 'linux' || !isDebian() || process.getuid() !== 0) return;
  await ensurePackages(['g++'], say).catch((error) => {
    if (!error.isUnavailable) throw error;
  });
}

/** Also for the tests: what compiles and emulates the kernels for 64-bit ARM. */
export async function ensureArmEmulator(say) {
  if (process.arch !== 'x64' || !isDebian()) throw unavailable('it is brought on Debian for x64 only');
  await ensurePackages(FOR_ARM, say);
}

/** Also for the tests: what sets a program's clock while it runs. */
export async function ensureFaketime(say) {
  if ((await succeeds('faketime', ['-f', '+1y', 'true'])) !== null) return;
  if (!isDebian()) throw unavailable('faketime is not here; install it with your package manager');
  await ensurePackages(FOR_CLOCKS, say);
}

/** Also for the tests: PyTorch, with which a run is continued. */
export async function ensureTorch(say) {
  if (process.platform !== 'linux') throw unavailable('a run is handed over to PyTorch on Linux only');
  if (await findPython(HAS_TORCH)) return;
  if (!isDebian()) throw unavailable('PyTorch is not here; install it and numpy for python3');
  await ensurePackages(FOR_HANDOVER, say, keptArchives());
}

async function ensurePackages(names, say, options = []) {
  const missing = await missingAmong(names);
  if (missing.length === 0) return;
  const reason = async () => `libraries are missing (${missing.join(' ')}); run: ${await commandFor(names)}`;
  if (process.getuid() !== 0) throw unavailable(await reason());
  say(`Installing Debian libraries: ${missing.join(' ')} …`);
  try {
    await install(missing, options);
  } catch (error) {
    if (!isOffline(error)) throw error;
    throw unavailable(await reason());
  }
}
