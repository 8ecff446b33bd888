// Knows the Debian libraries that Electron and the desktop tests need, and brings them where this is root on Debian.
import { existsSync, readFileSync } from 'node:fs';
import { runQuietly } from './run.mjs';

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
/** A display for the tests. */
const FOR_TESTS = ['xvfb'];

function isDebian() {
  return existsSync('/usr/bin/apt-get') && /\b(debian|ubuntu)\b/i.test(readFileSync('/etc/os-release', 'utf8'));
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

async function install(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runQuietly('apt-get', ['update', '-qq'], { env });
  const here = await namesHere(names);
  await runQuietly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...here], { env });
}

/** Libraries that the executable's loader does not find, on any Linux. */
export async function missingLibraries(executable) {
  if (process.platform !== 'linux') return [];
  const output = (await succeeds('ldd', [executable])) ?? '';
  return [...output.matchAll(/(\S+) => not found/g)].map((match) => match[1]);
}

/** The line that brings the libraries, for a person to run. */
export async function commandForLibraries(forTests) {
  const names = forTests ? [...FOR_WINDOWS, ...FOR_TESTS] : FOR_WINDOWS;
  if (!isDebian()) return `install, by your system's means, what Debian calls ${names.join(' ')}`;
  return `sudo apt-get install -y ${(await namesHere(names)).join(' ')}`;
}

/** For the tests. Resolves to null when all is there, else to why it is not and what to do. */
export async function ensureDebianLibraries(say) {
  if (process.platform !== 'linux' || !isDebian()) return null;
  const missing = await missingAmong([...FOR_WINDOWS, ...FOR_TESTS]);
  if (missing.length === 0) return null;
  if (process.getuid() !== 0) return `libraries are missing; run: ${await commandForLibraries(true)}`;
  say(`Installing Debian libraries: ${missing.join(' ')} …`);
  await install(missing);
  return null;
}
