// A lane worker's thread: waits for an order, does its part of it, meets the others.
import { parentPort, workerData } from 'node:worker_threads';
import { loadKernels } from '../kernels/load-kernels';
import { memoryLayoutOf } from '../model/layout';
import { workspaceOver, type Workspace } from '../model/workspace';
import { markMovingRows, packWeights } from '../optimiser/apply-update';
import { CONTROL, meetingOf, type Meet } from './barrier';
import { ORDER, threadsOfOrder, type OrderDone, type WorkerStart } from './orders';
import { multiplyStates } from './peak';
import { timedKernels, timedMeeting, type Profile } from './profile';
import { takePriority } from './take-priority';
import { differentiate, evaluate, train } from './update';

function obey(work: Workspace, allMeet: Meet, start: WorkerStart, kind: number, amount: number): number {
  switch (kind) {
    case ORDER.train: {
      let done = 0;
      while (done < amount && train(work, start.optimizer, done, allMeet)) done++;
      return done;
    }
    case ORDER.gradients:
      differentiate(work, 0, allMeet);
      return 1;
    case ORDER.evaluate:
      evaluate(work, amount, allMeet);
      return amount;
    case ORDER.peak:
      work.kernels.registerPeak(amount);
      allMeet();
      return amount;
    case ORDER.product:
      multiplyStates(work, amount);
      allMeet();
      return amount;
    case ORDER.pack:
      packWeights(work);
      markMovingRows(work);
      allMeet();
      return amount;
    default:
      throw new Error(`No order is of kind ${kind}.`);
  }
}

function serve(start: WorkerStart): void {
  const { kernels, memory, shape, thread, threads, profiles } = start;
  const profile: Profile = {};
  const loaded = loadKernels(kernels, memory);
  const work = workspaceOver(profiles ? timedKernels(loaded, profile) : loaded, memory, {
    shape,
    layout: memoryLayoutOf(shape, threads),
    thread,
    threads,
  });
  const control = work.i32.subarray(work.layout.control >> 2);
  const meetings = Array.from({ length: threads }, (_, index) => meetingOf(control, index + 1)).map((meet) =>
    profiles ? timedMeeting(meet, profile) : meet,
  );
  for (let order = 0; ;) {
    Atomics.wait(control, CONTROL.order, order);
    const next = Atomics.load(control, CONTROL.order);
    if (next === order) continue;
    order = next;
    if (Atomics.load(control, CONTROL.ended) === 1) return;
    work.threads = threadsOfOrder(order);
    const allMeet = meetings[work.threads - 1];
    // Of an order without this thread nothing may be read: the next may stand there already.
    if (thread >= work.threads || !allMeet) continue;
    const amount = obey(
      work,
      allMeet,
      start,
      Atomics.load(control, CONTROL.kind),
      Atomics.load(control, CONTROL.amount),
    );
    if (thread === 0) parentPort?.postMessage({ order, amount, ...(profiles && { profile }) } satisfies OrderDone);
    for (const name of Object.keys(profile)) profile[name] = 0;
  }
}

const start = workerData as WorkerStart;
takePriority(start.priority);
serve(start);
