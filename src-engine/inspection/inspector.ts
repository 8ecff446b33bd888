// The engine's side of the inspector thread: an order goes in, what was found comes back.
import { Worker } from 'node:worker_threads';
import type { KernelSet } from '../kernels/kernels';
import type { Weights } from '../model/weights';
import { detailOf, problem } from '../problem';
import type {
  InspectorAnswer,
  InspectorOrder,
  InspectorResult,
  InspectorStart,
  InspectorWork,
} from './inspector-messages';

interface Waiting {
  resolve(result: InspectorResult): void;
  reject(error: Error): void;
}

export interface Inspector {
  inspect(weights: Weights, work: InspectorWork): Promise<InspectorResult>;
  close(): Promise<void>;
}

/** The thread begins with the first order. */
export function openInspector(kernels: () => Promise<KernelSet>, workerFile: URL): Inspector {
  const waiting = new Map<number, Waiting>();
  let orders = 0;
  let current: Worker | null = null;

  const settle = ({ order, result, sentence }: InspectorAnswer) => {
    const asked = waiting.get(order);
    waiting.delete(order);
    if (result) asked?.resolve(result);
    else asked?.reject(problem(sentence ?? 'Nothing was found. Try again.'));
  };
  const start = (workerData: InspectorStart) => {
    const worker = new Worker(workerFile, { workerData, name: 'inspector' });
    worker.on('message', settle);
    worker.on('error', (error) => {
      const lost = problem(`Look inside stopped unexpectedly (${detailOf(error)}). Try again.`);
      for (const { reject } of waiting.values()) reject(lost);
      waiting.clear();
      current = null;
    });
    return worker;
  };
  return {
    async inspect(weights, work) {
      orders += 1;
      const order: InspectorOrder = { order: orders, weights, work };
      const chosen = await kernels();
      const worker = (current ??= start({ kernels: chosen }));
      return new Promise((resolve, reject) => {
        waiting.set(order.order, { resolve, reject });
        worker.postMessage(order);
      });
    },
    async close() {
      await current?.terminate();
    },
  };
}
