// A private copy of this machine for a test that installs: what is written goes into a layer above the real files, which is thrown
// away. Only root can make one, and only where the kernel lets it.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Mounts the layer, what programs want of a machine, and then keeps it all until it is ended. */
const MAKE = `
set -e
work=$1
mount -t overlay overlay -o lowerdir=/,upperdir="$work/above",workdir="$work/aside" "$work/root"
mount --rbind /proc "$work/root/proc"
mount --rbind /sys "$work/root/sys"
mount --rbind /dev "$work/root/dev"
# A mere change of root would take from its users the right to namespaces of their own.
mkdir -p "$work/root/mnt/real"
cd "$work/root"
pivot_root . mnt/real
umount -l /mnt/real
echo made
exec sleep infinity
`;
/** Becomes the user in the copy. */
const ENTER = `
user=$1
shift
cd /
if [ "$user" = root ]; then exec "$@"; fi
exec setpriv --reuid "$user" --regid "$user" --init-groups --reset-env "$@"
`;

export interface PrivateMachine {
  /** The words that run a command in it. */
  command(user: string, words: string[]): [program: string, words: string[]];
  /** Resolves to what it printed; rejects where it fails. */
  run(user: string, ...words: string[]): Promise<string>;
  close(): Promise<void>;
}

/** Rejects where it cannot be made here, and says why. */
export async function openPrivateMachine(): Promise<PrivateMachine> {
  if (process.platform !== 'linux') throw new Error('a .deb is installed on Linux only');
  if (process.getuid?.() !== 0) throw new Error('only root can make a private copy of the machine to install into');
  // Not below /tmp, which may be memory.
  const work = mkdtempSync('/var/tmp/unroll-machine-');
  for (const name of ['above', 'aside', 'root']) mkdirSync(join(work, name));
  writeFileSync(join(work, 'make.sh'), MAKE);
  const keeper = spawn('unshare', ['--mount', '--propagation', 'private', 'sh', join(work, 'make.sh'), work], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => keeper.once('close', () => resolve()));
  const close = async (): Promise<void> => {
    keeper.kill('SIGKILL');
    await ended;
    rmSync(work, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  };
  try {
    await isMade(keeper);
  } catch (error) {
    await close();
    throw error;
  }
  const command = (user: string, words: string[]): [string, string[]] => [
    'nsenter',
    ['--mount', `--target=${keeper.pid}`, 'sh', '-c', ENTER, 'sh', user, ...words],
  ];
  return {
    command,
    run: async (user, ...words) => {
      const { stdout } = await execute(...command(user, words), { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
      return stdout;
    },
    close,
  };
}

function isMade(keeper: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    keeper.stderr?.on('data', (piece: Buffer) => (said += piece.toString()));
    keeper.stdout?.once('data', () => resolve());
    keeper.once('error', reject);
    keeper.once('exit', () =>
      reject(new Error(`no private copy of the machine can be made here (${said.trim().split('\n').at(-1)})`)),
    );
  });
}
