// Says whether a process that was noted earlier still runs, although numbers are used again.
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';

/** Fields of /proc/N/stat after the name, which may hold anything. */
const STATE = 0;
const START = 19;
const DEAD = ['Z', 'X'];

async function statOf(processId: number): Promise<string[]> {
  const text = await readFile(`/proc/${processId}/stat`, 'utf8').catch(() => '');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** When a process started, by the system’s own count; null where that cannot be known. */
export async function startOfProcess(processId: number): Promise<string | null> {
  return (await statOf(processId))[START] ?? null;
}

/** The computer, its start and its numbering of processes: only there does a process's number mean anything. */
export async function placeOfProcess(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  const numbering = await readlink('/proc/self/ns/pid').catch(() => '');
  return [hostname(), boot.trim(), numbering].join(' ').trim();
}

export type Life = 'running' | 'ended' | 'unknown';

/** Of a process of this place, noted with its start. */
export async function lifeOf(processId: number, start: string | null): Promise<Life> {
  try {
    process.kill(processId, 0);
  } catch (error) {
    // Another user's process may not be signalled, but is there.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return 'ended';
  }
  if (start === null) return 'unknown';
  const facts = await statOf(processId);
  return facts[START] === start && !DEAD.includes(facts[STATE] ?? '') ? 'running' : 'ended';
}
