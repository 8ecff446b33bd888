// Makes a minimal Debian with nothing but Node and a clean clone of this repository, and runs commands in it.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { cacheFolder } from './caches.mjs';
import { ROOT } from './project.mjs';
import { runQuietly } from './run.mjs';
import { carryIn } from './carry-in.mjs';

/** Where the two users keep their clone; the ordinary one is made with this number. */
export const USERS = { root: { id: 0, home: '/root' }, someone: { id: 1000, home: '/home/someone' } };

const CLONE = 'unroll';

async function ensureDebootstrap(say) {
  if (process.platform !== 'linux' || process.getuid() !== 0) {
    throw new Error('Only root on Linux can make a Debian root. Run: sudo npm run test:fresh');
  }
  if (existsSync('/usr/sbin/debootstrap')) return;
  if (!existsSync('/usr/bin/apt-get')) throw new Error('Install debootstrap with your package manager.');
  say('Installing debootstrap …');
  await runQuietly('apt-get', ['-qq', 'update']);
  await runQuietly('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', 'debootstrap']);
}

/** The Debian archives that this machine takes its packages from, as apt knows them. */
async function debianSources() {
  const format = '$(REPO_URI)\t$(RELEASE)\t$(CODENAME)\t$(COMPONENT)\t$(ORIGIN)';
  const output = await runQuietly('apt-get', ['indextargets', '--format', format, 'Created-By: Packages']);
  const lines = output
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  const debian = lines.filter(([, , , , origin]) => origin === 'Debian');
  const plain = debian.find(([, release, codename]) => release === codename);
  if (!plain) throw new Error('apt names no Debian archive here; a Debian machine makes the fresh root.');
  return {
    mirror: plain[0],
    codename: plain[2],
    list: debian.map(([archive, release, , component]) => `deb ${archive} ${release} ${component}`).join('\n') + '\n',
  };
}

/** The minimal root, packed, as debootstrap makes it and before anything was changed. */
async function packedRoot({ mirror, codename }, say) {
  const packed = join(cacheFolder(), `debian-${codename}-${process.arch}.tar`);
  if (existsSync(packed)) return packed;
  say(`Making a minimal Debian ${codename} with debootstrap …`);
  mkdirSync(cacheFolder(), { recursive: true });
  const folder = mkdtempSync(join(cacheFolder(), 'unfinished-'));
  try {
    const root = join(folder, 'root');
    await runQuietly('debootstrap', ['--variant=minbase', codename, root, mirror]);
    await runQuietly('tar', ['-C', root, '-cf', join(folder, 'root.tar'), '.']);
    renameSync(join(folder, 'root.tar'), packed);
  } finally {
    await removeFolder(folder);
  }
  return packed;
}

/** This very Node and its npm, where the user's installation has them. */
function bringNode(root) {
  const npm = resolve(dirname(process.env.npm_execpath), '..');
  const local = join(root, 'usr', 'local');
  cpSync(process.execPath, join(local, 'bin', 'node'));
  cpSync(npm, join(local, 'lib', 'node_modules', 'npm'), { recursive: true, verbatimSymlinks: true });
  for (const name of ['npm', 'npx']) {
    symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, join(local, 'bin', name));
  }
}

/** Refuses where something is still mounted in it: what is deleted there would be deleted elsewhere. */
export async function removeFolder(folder) {
  const mounted = readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '')
    .filter((place) => place === folder || place.startsWith(`${folder}/`));
  if (mounted.length > 0) throw new Error(`${folder} is kept, since ${mounted.join(', ')} is still mounted.`);
  rmSync(folder, { recursive: true, force: true });
}

/** Fills the empty `root`: Debian, Node, the sources of packages, and the committed state of this repository for `user`. */
export async function fillRoot(root, user, say) {
  await ensureDebootstrap(say);
  const sources = await debianSources();
  await runQuietly('tar', ['-C', root, '-xf', await packedRoot(sources, say)]);
  writeFileSync(join(root, 'etc', 'apt', 'sources.list'), sources.list);
  bringNode(root);
  const env = await carryIn(root);
  const { id, home } = USERS[user];
  if (id !== 0) {
    await runQuietly('chroot', [root, 'useradd', '--create-home', '--uid', String(id), '--shell', '/bin/bash', user]);
  }
  await runQuietly('git', ['clone', '--quiet', '--no-hardlinks', ROOT, join(root, home, CLONE)]);
  await runQuietly('chown', ['-R', `${id}:${id}`, join(root, home)]);
  const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
  return { root, user, env: { ...env, HOME: home, USER: user, LOGNAME: user, LANG: 'C.UTF-8', PATH: path } };
}

/**
 * Mounts what Chromium wants, makes the root the whole machine, and becomes the user. A mere change of root would take from whoever
 * runs there the right to mounts and namespaces of their own. Arguments: root, user and group, folder, the command.
 */
const ENTER = `
set -e
root=$1 ids=$2 folder=$3
shift 3
mount --bind "$root" "$root"
mount -t proc proc "$root/proc"
mount -t sysfs -o ro sysfs "$root/sys"
mkdir -p "$root/dev/shm"
mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
cd "$root"
pivot_root . mnt
umount -l /mnt
exec chroot --userspec="$ids" / sh -c 'cd "$1" && shift && exec "$@"' sh "$folder" "$@"
`;

/**
 * The program and its words for a command in the root. The mounts are in a namespace of their own and go with its last
 * process, and all processes go with the first, so that nothing outlives the command, however it ends.
 */
export function commandIn({ user }, root, command) {
  const { id, home } = USERS[user];
  const words = ['--mount', '--pid', '--fork', '--kill-child', 'sh', '-c', ENTER, 'sh', root, `${id}:${id}`];
  return ['unshare', [...words, `${home}/${CLONE}`, ...command]];
}
