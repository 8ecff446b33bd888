// What a program and all that it started have used so far, as Linux counts it: processor time and memory, by kind of process.
import { readdirSync, readFileSync } from 'node:fs';

const TICK_MS = 10;

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** The fields of /proc/PID/stat after the name, which may hold anything. */
function statusOf(id) {
  const text = read(`/proc/${id}/stat`);
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  // Its own, and those of its helpers that have ended.
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return { id, parent: Number(fields[1]), ms: ticks * TICK_MS };
}

/** Chromium's name of what a process does; the first one has none. */
function kindOf(id) {
  const words = read(`/proc/${id}/cmdline`).split('\0').join(' ');
  const service = /--utility-sub-type=\S*?(\w+)(?:\s|$)/.exec(words)?.[1];
  return service ?? /--type=([\w-]+)/.exec(words)?.[1] ?? 'main';
}

function kibibytesOf(id) {
  return Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${id}/smaps_rollup`))?.[1] ?? 0);
}

/** The processes under `root`, itself among them, each with the milliseconds that it has run. */
export function processesUnder(root) {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statusOf(Number(name)));
  const found = new Set([root]);
  let grows = true;
  while (grows) {
    const before = found.size;
    for (const { id, parent } of all) if (found.has(parent)) found.add(id);
    grows = found.size > before;
  }
  return all.filter(({ id }) => found.has(id));
}

/** Processor time by kind and in all, and the memory that would be free without it. */
export function usageUnder(root) {
  const byKind = {};
  let [totalMs, kibibytes] = [0, 0];
  for (const { id, ms } of processesUnder(root)) {
    const kind = kindOf(id);
    byKind[kind] = (byKind[kind] ?? 0) + ms;
    totalMs += ms;
    kibibytes += kibibytesOf(id);
  }
  return { byKind, totalMs, megabytes: kibibytes / 1024 };
}
