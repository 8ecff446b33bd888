// Watches what every process of the application holds while it is soaked, and says what grew.
import { cpus } from 'node:os';
import { growthAnHour, ofEachPart, type Timed } from './growth';
import { collectGarbage, type Living } from './living';
import { openHandles, processesOf } from './processes';
import type { CDPSession } from 'playwright-core';

const WATCHED_EVERY_MS = 5000;
/** Fewer are of a process that came and went. */
const FEWEST_POINTS = 12;

/** Of one process at one time. */
interface Held {
  minute: number;
  megabytes: number;
  handles: number;
}

interface Collected extends Living {
  minute: number;
  /** Of the page's process. */
  ownMegabytes: number;
}

export interface Watched {
  /** By name and number. */
  history: Record<string, Held[]>;
  /** The page, each time that its garbage had been collected. */
  collected: Collected[];
}

export interface Growth {
  name: string;
  /** From the least to the most. */
  megabytes: [number, number];
  megabytesAnHour: number;
  handles: [number, number];
  handlesAnHour: number;
}

const ends = (values: number[]): [number, number] => [Math.min(...values), Math.max(...values)];

/** `main` is the main process's number. */
export function watchProcesses(main: number, page: CDPSession) {
  const began = performance.now();
  const minute = () => (performance.now() - began) / 60_000;
  const watched: Watched = { history: {}, collected: [] };
  const timer = setInterval(() => {
    for (const { name, processId, megabytes } of processesOf(main)) {
      const held = { minute: minute(), megabytes, handles: openHandles(processId) };
      (watched.history[`${name} ${processId}`] ??= []).push(held);
    }
  }, WATCHED_EVERY_MS);
  return {
    minute,
    watched,
    async collect(): Promise<void> {
      const living = await collectGarbage(page);
      const ownMegabytes = processesOf(main).find(({ name }) => name === 'page')?.megabytes ?? NaN;
      watched.collected.push({ minute: minute(), ownMegabytes, ...living });
    },
    close: () => clearInterval(timer),
  };
}

/**
 * From a minute on. Of the page's memory what stays when its garbage is collected counts, of the others the least of every five minutes.
 * Of handles the middle counts: the least is of a moment in which no run is open.
 */
export function growthFrom(from: number, { history, collected }: Watched): Growth[] {
  const warm = collected.filter(({ minute }) => minute > from);
  const ofPage = warm.map(({ minute, ownMegabytes }): Timed => [minute, ownMegabytes]);
  return Object.entries(history).flatMap(([key, all]) => {
    const held = all.filter(({ minute }) => minute > from);
    if (held.length < FEWEST_POINTS) return [];
    const name = key.split(' ')[0]!;
    const megabytes = held.map((each): Timed => [each.minute, each.megabytes]);
    const handles = held.map((each): Timed => [each.minute, each.handles]);
    const growth = {
      name,
      megabytes: ends(held.map((each) => each.megabytes)),
      megabytesAnHour: growthAnHour(name === 'page' ? ofPage : ofEachPart(megabytes, 'least')),
      handles: ends(held.map((each) => each.handles)),
      handlesAnHour: growthAnHour(ofEachPart(handles, 'middle')),
    };
    return [growth];
  });
}

const signed = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
const fromTo = ([least, most]: [number, number]) => `${Math.round(least)} to ${Math.round(most)}`;

/** As a table, with what was found in the page. */
export function tableOf(growth: Growth[], collected: Collected[]): string[] {
  const processors = cpus();
  const heap = collected.map(({ minute, megabytes }): Timed => [minute, megabytes]);
  return [
    `On ${processors.length} × ${processors[0]?.model.trim()}:`,
    '',
    '| process | memory of its own, MB | growth, MB an hour | handles | growth an hour |',
    '| --- | --- | --- | --- | --- |',
    ...growth.map(
      ({ name, megabytes, megabytesAnHour, handles, handlesAnHour }) =>
        `| ${name} | ${fromTo(megabytes)} | ${signed(megabytesAnHour)} | ${fromTo(handles)} | ${signed(handlesAnHour)} |`,
    ),
    '',
    `Of the page, ${fromTo(ends(collected.map(({ ownMegabytes }) => ownMegabytes)))} MB stayed each time that its garbage was collected; its heap then had ${fromTo(ends(heap.map(([, value]) => value)))} MB (${signed(growthAnHour(heap))} an hour), ${fromTo(ends(collected.map(({ nodes }) => nodes)))} nodes and ${fromTo(ends(collected.map(({ listeners }) => listeners)))} listeners.`,
  ];
}
