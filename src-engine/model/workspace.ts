// One thread's hold on a run's memory: the kernels over it, its layout, and which part of the work is this thread's.
import type { Scratch } from '../kernels/arguments';
import type { Kernels } from '../kernels/kernels';
import type { Layout } from './layout';
import { BYTE_VALUES, type Shape } from './shape';

export interface Workspace {
  kernels: Kernels;
  shape: Shape;
  layout: Layout;
  buffer: SharedArrayBuffer;
  u8: Uint8Array;
  i32: Int32Array;
  f64: Float64Array;
  thread: number;
  threads: number;
}

/** From first up to but not including end. */
export interface Range {
  first: number;
  end: number;
}

export function workspaceOver(
  kernels: Kernels,
  memory: WebAssembly.Memory,
  { shape, layout, thread, threads }: Pick<Workspace, 'shape' | 'layout' | 'thread' | 'threads'>,
): Workspace {
  const { buffer } = memory;
  const views = { u8: new Uint8Array(buffer), i32: new Int32Array(buffer), f64: new Float64Array(buffer) };
  return { kernels, shape, layout, buffer, ...views, thread, threads };
}

/** This thread's own. */
export function scratchOf({ layout, thread }: Pick<Workspace, 'layout' | 'thread'>): Scratch {
  return layout.scratch[thread] ?? (0 as Scratch);
}

/** The rows of Wxh, one a byte value, that are this thread's and `wanted`, as stretches of rows that lie together. */
export function ownRows(
  { thread, threads }: Pick<Workspace, 'thread' | 'threads'>,
  wanted: (value: number) => boolean,
): Range[] {
  const found: Range[] = [];
  let last: Range | undefined;
  for (let value = 0; value < BYTE_VALUES; value++) {
    // As the kernels have it: four rows beside each other.
    if ((value >> 2) % threads !== thread || !wanted(value)) continue;
    if (last?.end === value) last.end += 1;
    else found.push((last = { first: value, end: value + 1 }));
  }
  return found;
}

/** This thread's contiguous part of `count` things, cut at multiples of `unit`. Every element is summed alike wherever the cut falls. */
export function partOf(count: number, { thread, threads }: Pick<Workspace, 'thread' | 'threads'>, unit = 1): Range {
  const units = Math.ceil(count / unit);
  const cut = (index: number) => Math.min(count, Math.floor((units * index) / threads) * unit);
  return { first: cut(thread), end: cut(thread + 1) };
}
