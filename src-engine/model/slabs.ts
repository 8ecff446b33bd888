// Who computes which rows of the weights' gradients and applies the optimiser to them: threads claim slabs of rows by counters, so that
// a thread that was put aside holds up nobody. Each begins with its own part, whose gradients and moments its caches have. No bit depends on it.
import { CLAIM_BYTES, MOST_THREADS, ROW_BLOCK } from './layout';
import { partOf, type Range, type Workspace } from './workspace';

/** What is claimed in an update, one after the other, with a meeting between. */
export const SLAB_WORK = { gradients: 0, optimiser: 1 } as const;
export type SlabWork = (typeof SLAB_WORK)[keyof typeof SLAB_WORK];

/** Slabs that each thread's part is cut into, at the most. */
const SLABS_A_THREAD = 4;
/** Slabs are cut at multiples of whole tiles of every set of kernels, and of whole row blocks. */
const ROWS_A_SLAB = 3 * ROW_BLOCK;

type Claiming = Pick<Workspace, 'shape' | 'layout' | 'i32' | 'thread' | 'threads'>;

const counterOf = ({ layout }: Claiming, kind: SlabWork, thread: number) =>
  (layout.claims + (kind * MOST_THREADS + thread) * CLAIM_BYTES) >> 2;

/** Calls `compute` with slabs of the weights' rows until all are claimed; those that are computed elsewhere may still be under way. */
export function claimSlabs(work: Claiming, kind: SlabWork, compute: (slab: Range) => void): void {
  const { shape, i32, thread, threads } = work;
  if (threads === 1) return compute({ first: 0, end: shape.width });
  for (let other = 0; other < threads; other++) {
    const owner = (thread + other) % threads;
    const part = partOf(shape.width, { thread: owner, threads }, ROW_BLOCK);
    const rows = Math.ceil((part.end - part.first) / SLABS_A_THREAD / ROWS_A_SLAB) * ROWS_A_SLAB;
    const counter = counterOf(work, kind, owner);
    for (;;) {
      const first = part.first + rows * Atomics.add(i32, counter, 1);
      if (first >= part.end) break;
      compute({ first, end: Math.min(part.end, first + rows) });
    }
  }
}

/** To be called by each thread after the meeting at which all slabs are done, and before the next one. */
export function offerSlabs(work: Claiming, kind: SlabWork): void {
  Atomics.store(work.i32, counterOf(work, kind, work.thread), 0);
}
