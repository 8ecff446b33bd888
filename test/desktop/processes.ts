// Finds the application's processes and what each of them holds, as Linux tells it.
import { readdirSync, readFileSync } from 'node:fs';

export interface FoundProcess {
  processId: number;
  parent: number;
  /** What it is for: main, page, engine, or as Chromium calls it. */
  name: string;
  /** Memory of its own: what is mapped from files can be had again. */
  megabytes: number;
}

const read = (processId: number, name: string) => readFileSync(`/proc/${processId}/${name}`, 'utf8');

function nameIn(command: string): string {
  const type = /--type=([^\0 ]+)/.exec(command)?.[1];
  if (type === undefined) return 'main';
  if (type !== 'utility') return type === 'renderer' ? 'page' : type;
  const service = /--utility-sub-type=([^\0 .]+)/.exec(command)?.[1] ?? type;
  return service === 'node' ? 'engine' : service;
}

/** Null where it has ended, or was found dead. */
function lookAt(processId: number): FoundProcess | null {
  try {
    const status = read(processId, 'status');
    if (/^State:\s+Z/m.test(status)) return null;
    const megabytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024;
    return {
      processId,
      parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]),
      name: nameIn(read(processId, 'cmdline')),
      megabytes: megabytes('RssAnon') + megabytes('RssShmem'),
    };
  } catch {
    return null;
  }
}

/** The process with this number and all that descend from it. */
export function processesOf(main: number): FoundProcess[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => lookAt(Number(name)) ?? []);
  const family = new Set([main]);
  for (let before = 0; before !== family.size;) {
    before = family.size;
    for (const { processId, parent } of all) if (family.has(parent)) family.add(processId);
  }
  return all.filter(({ processId }) => family.has(processId));
}

/** Of files, pipes and sockets. */
export function openHandles(processId: number): number {
  try {
    return readdirSync(`/proc/${processId}/fd`).length;
  } catch {
    return 0;
  }
}
