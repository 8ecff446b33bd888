// Says where a start of the application stands that is about to be given up: what its threads wait for, and what bytes nobody has taken.
// The inspector's handshake has been seen to hang, never while someone watched.
import { readdirSync, readFileSync } from 'node:fs';
import { START_DEADLINE_MS } from '../deadline';

/** So long before a start is given up, and its processes ended. */
const BEFORE_MS = 5000;

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
};

/** Those that were started with this folder of settings, Chromium's own among them. */
function processesOf(userData: string): number[] {
  const isOurs = (id: string) => read(`/proc/${id}/cmdline`).split('\0').includes(`--user-data-dir=${userData}`);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isOurs(name))
    .map(Number);
}

/** Name, state and the place in the kernel of each thread, how many there are of a kind. */
function threadsOf(id: number): string {
  const counts = new Map<string, number>();
  for (const thread of readdirSync(`/proc/${id}/task`)) {
    const at = `/proc/${id}/task/${thread}`;
    const state = /^State:\s*(\S)/m.exec(read(`${at}/status`))?.[1] ?? '?';
    const kind = `${read(`${at}/comm`)} ${state} ${read(`${at}/wchan`)}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => (count > 1 ? `${count} × ${kind}` : kind)).join(', ');
}

/** Connections within this machine with bytes that were sent or received and not taken: local address, other address, state, queues. */
function untaken(): string[] {
  const lines = read('/proc/net/tcp').split('\n').slice(1);
  return lines
    .map((line) => line.trim().split(/\s+/).slice(1, 5).join(' '))
    .filter((line) => line.includes('0100007F') && !line.endsWith('00000000:00000000'));
}

/** Returns what ends the watch. */
export function watchStart(userData: string): () => void {
  if (process.platform !== 'linux') return () => undefined;
  const timer = setTimeout(() => {
    for (const id of processesOf(userData)) {
      const type = /--type=[\w-]+/.exec(read(`/proc/${id}/cmdline`))?.[0] ?? 'main';
      console.warn(`The start hangs: process ${id} (${type}): ${threadsOf(id)}`);
    }
    console.warn(`The start hangs: bytes that nobody took: ${untaken().join('; ') || 'none'}`);
  }, START_DEADLINE_MS - BEFORE_MS);
  return () => clearTimeout(timer);
}
