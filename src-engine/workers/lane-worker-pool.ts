// Starts the lane workers and gives them orders, one at a time; the only messages are one an order, many updates long.
import { Worker } from 'node:worker_threads';
import type { Optimizer } from '../hyperparameters';
import type { KernelSet } from '../kernels/kernels';
import { loadKernels } from '../kernels/load-kernels';
import { memoryLayoutOf, memoryFor } from '../model/layout';
import type { Shape } from '../model/shape';
import { offerSlabs, SLAB_WORK } from '../model/slabs';
import { workspaceOver, type Workspace } from '../model/workspace';
import { detailOf, problem } from '../problem';
import { CONTROL } from './barrier';
import { findHelping } from './helping-threads';
import type { Profile } from './profile';
import { ORDER, orderWord, type ThreadOptions, type OrderDone, type OrderKind, type WorkerStart } from './orders';

export interface LaneWorkerPool {
  /** The run's memory as the owner sees it; touch it only while no order is under way. */
  work: Workspace;
  /** Who does the work at present. */
  readonly threadOptions: ThreadOptions;
  /** Does `amount` of an order; resolves to how much was done. Rejects with a `Problem` if a worker has died. */
  order(kind: OrderKind, amount: number): Promise<number>;
  /** Goes on with other workers over the same memory; between two orders. At most `mostThreads`. */
  renew(threadOptions: ThreadOptions): Promise<void>;
  close(): Promise<void>;
}

export interface PoolOptions {
  kernels: KernelSet;
  workerFile: URL;
  shape: Shape;
  optimizer: Optimizer;
  threadOptions: ThreadOptions;
  /** The memory has room for this many; by default as many as there are threads. */
  mostThreads?: number;
  /** Told after each order where the first worker's time went; else no time is taken. */
  onProfile?: (profile: Profile) => void;
}

function startWorkers(
  { kernels, workerFile, shape, optimizer, onProfile }: PoolOptions,
  { threads, priority }: ThreadOptions,
  memory: WebAssembly.Memory,
): Worker[] {
  return Array.from({ length: threads }, (_, thread) => {
    const workerData: WorkerStart = {
      kernels,
      memory,
      shape,
      optimizer,
      thread,
      threads,
      priority,
      profiles: onProfile !== undefined,
    };
    return new Worker(workerFile, { workerData, name: `lanes ${thread}` });
  });
}

/** Resolves when the workers' weights are packed, that is, when all have started. */
export async function openLaneWorkerPool(options: PoolOptions): Promise<LaneWorkerPool> {
  const { kernels, shape, mostThreads = options.threadOptions.threads } = options;
  const layout = memoryLayoutOf(shape, Math.max(mostThreads, options.threadOptions.threads));
  const memory = memoryFor(layout, shape);
  const work = workspaceOver(loadKernels(kernels, memory), memory, { shape, layout, thread: 0, threads: 1 });
  const control = work.i32.subarray(layout.control >> 2);
  let threadOptions = options.threadOptions;
  let workers: Worker[] = [];
  let waiting: { resolve(amount: number): void; reject(error: Error): void } | null = null;
  let lost: Error | null = null;
  let number = 0;
  let helping = findHelping(threadOptions.threads);

  const lose = (reason: string) => {
    lost ??= problem(`A worker thread stopped unexpectedly (${reason}). Resume to continue from the last checkpoint.`);
    waiting?.reject(lost);
  };

  const give = (kind: OrderKind, amount: number, doers: number): Promise<number> =>
    new Promise((resolve, reject) => {
      if (lost) return reject(lost);
      waiting = { resolve, reject };
      Atomics.store(control, CONTROL.kind, kind);
      Atomics.store(control, CONTROL.amount, amount);
      number += 1;
      Atomics.store(control, CONTROL.order, orderWord(number, doers));
      Atomics.notify(control, CONTROL.order);
    });

  /** Training is done by as many as help. */
  const train = async (updates: number): Promise<number> => {
    const doers = helping.choose();
    const startedMs = performance.now();
    const done = await give(ORDER.train, updates, doers);
    helping.took(doers, (performance.now() - startedMs) / Math.max(1, done));
    return done;
  };

  /** What is at rest ends; what still computes is cut off, and its order is rejected. */
  const dismiss = async () => {
    Atomics.store(control, CONTROL.ended, 1);
    Atomics.add(control, CONTROL.order, 1);
    Atomics.notify(control, CONTROL.order);
    await Promise.all(workers.map((worker) => worker.terminate()));
  };

  const hire = async () => {
    // Workers begin to count orders at 0: they would take an old one for a new one.
    for (const word of Object.values(CONTROL)) Atomics.store(control, word, 0);
    for (let thread = 0; thread < layout.scratch.length; thread++) {
      for (const kind of Object.values(SLAB_WORK)) offerSlabs({ ...work, thread }, kind);
    }
    number = 0;
    helping = findHelping(threadOptions.threads);
    workers = startWorkers(options, threadOptions, memory);
    for (const worker of workers) {
      worker.on('message', ({ amount, profile }: OrderDone) => {
        if (profile) options.onProfile?.(profile);
        waiting?.resolve(amount);
      });
      worker.on('error', (error) => lose(detailOf(error)));
      worker.on('exit', (code) => lose(`code ${code}`));
    }
    await give(ORDER.pack, 0, threadOptions.threads);
  };

  await hire();
  return {
    work,
    get threadOptions() {
      return threadOptions;
    },
    order: (kind, amount) => (kind === ORDER.train ? train(amount) : give(kind, amount, threadOptions.threads)),
    async renew(next) {
      for (const worker of workers) worker.removeAllListeners();
      await dismiss();
      threadOptions = { ...next, threads: Math.min(next.threads, layout.scratch.length) };
      await hire();
    },
    close: dismiss,
  };
}
