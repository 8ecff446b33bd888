// What the pool asks of its workers, and how it is written into the shared memory.
import type { Optimizer, Priority } from '../hyperparameters';
import type { KernelSet } from '../kernels/kernels';
import { MOST_THREADS } from '../model/layout';
import type { Shape } from '../model/shape';
import type { Profile } from './profile';

/** The kinds of order, as they stand in the control block. */
export const ORDER = { train: 1, evaluate: 2, pack: 3, gradients: 4, peak: 5, product: 6 } as const;
export type OrderKind = (typeof ORDER)[keyof typeof ORDER];

/** The order's word: what changes it is a new order, and it says how many of the workers do it. */
const LAST_NUMBER = 2 ** 23;
export const orderWord = (number: number, threads: number): number => (number % LAST_NUMBER) * MOST_THREADS + threads;
export const threadsOfOrder = (word: number): number => word % MOST_THREADS;

/** How many workers there are, and how far they let other programs go first. The numbers are the same for any. */
export interface ThreadOptions {
  threads: number;
  priority: Priority;
}

/** What a worker is started with. */
export interface WorkerStart extends ThreadOptions {
  kernels: KernelSet;
  memory: WebAssembly.Memory;
  shape: Shape;
  optimizer: Optimizer;
  thread: number;
  /** Whether each order's times are taken and told. */
  profiles: boolean;
}

/** What the first worker posts when all have done an order. */
export interface OrderDone {
  order: number;
  /** Updates done: fewer than asked for when a loss or gradient was no longer finite. */
  amount: number;
  /** Milliseconds of the first worker, where they are taken. */
  profile?: Profile;
}
