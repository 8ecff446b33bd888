// The inspector's thread: looks inside a network while another trains, one order after another.
import { parentPort, workerData } from 'node:worker_threads';
import { MOST_INSPECTED_BYTES } from '../protocol/inspection';
import type { KernelSet } from '../kernels/kernels';
import type { Weights } from '../model/weights';
import { freeUnusedMemory, freeUnusedMemoryNowAndThen } from '../unused-memory';
import { sentenceOf } from '../problem';
import type {
  InspectorAnswer,
  InspectorOrder,
  InspectorResult,
  InspectorStart,
  InspectorWork,
} from './inspector-messages';
import { NetworkLens } from './network-lens';
import { readText } from './read-text';
import { workThrough } from './work-through';
import { writeOwnText } from './write-own-text';

/** Keeps its memory from one order to the next as long as H stays. */
function lensKeeper(kernels: KernelSet): (weights: Weights) => NetworkLens {
  let lens: NetworkLens | null = null;
  return (weights) => {
    if (lens?.hiddenSize !== weights.hiddenSize)
      lens = new NetworkLens(kernels, weights.hiddenSize, MOST_INSPECTED_BYTES);
    lens.load(weights);
    return lens;
  };
}

function serve({ kernels }: InspectorStart): (order: InspectorOrder) => InspectorAnswer {
  const lensFor = lensKeeper(kernels);
  const done = (weights: Weights, work: InspectorWork): InspectorResult => {
    const lens = lensFor(weights);
    switch (work.kind) {
      case 'read':
        return { kind: 'read', reading: readText(lens, work.text, work.flowSteps) };
      case 'write-and-read':
        return {
          kind: 'read',
          reading: readText(lens, writeOwnText(kernels, weights, work.bytes, work.seed), work.flowSteps),
        };
      case 'work-through':
        lens.read(work.text);
        return { kind: 'worked-through', example: workThrough(lens, work.position, work.truncation) };
    }
  };
  return ({ order, weights, work }) => {
    try {
      return { order, result: done(weights, work), sentence: null };
    } catch (error) {
      return { order, result: null, sentence: sentenceOf(error) };
    }
  };
}

freeUnusedMemoryNowAndThen();
const answer = serve(workerData as InspectorStart);
parentPort?.on('message', (order: InspectorOrder) => {
  parentPort?.postMessage(answer(order));
  freeUnusedMemory();
});
