// A run's memory and its one thread in this process, so that a test can look at every buffer between two updates.
import { readFileSync } from 'node:fs';
import { layLanes } from '../../src-engine/corpus/lanes';
import { defaultSettings, type KernelVariant, type Settings } from '../../src-engine/hyperparameters';
import type { Kernels, KernelSet } from '../../src-engine/kernels/kernels';
import { loadKernels } from '../../src-engine/kernels/load-kernels';
import { memoryLayoutOf, memoryFor, RESULT_FIELDS } from '../../src-engine/model/layout';
import { createRandom } from '../../src-engine/model/random';
import { shapeOf } from '../../src-engine/model/shape';
import { writeMatrices, type Weights } from '../../src-engine/model/weights';
import { workspaceOver, type Workspace } from '../../src-engine/model/workspace';
import { packWeights } from '../../src-engine/optimiser/apply-update';
import { planUpdate } from '../../src-engine/training/plan-updates';
import { differentiate, train } from '../../src-engine/workers/update';
import type { GoldenCase } from '../fixtures/golden';

/** WebAssembly's. */
export function kernelSet(variant: KernelVariant): KernelSet {
  const bytes = readFileSync(new URL(`../../out/kernels/${variant}.wasm`, import.meta.url));
  return { variant, from: new WebAssembly.Module(bytes) };
}

export function kernelsOver(memory: WebAssembly.Memory, variant: KernelVariant): Kernels {
  return loadKernels(kernelSet(variant), memory);
}

export function settingsOf(golden: GoldenCase): Settings {
  const { hidden, mode, truncation, steps, lanes, optimizer } = golden;
  return {
    ...defaultSettings(),
    hiddenSize: hidden,
    backprop: mode,
    truncation,
    steps,
    lanes,
    optimizer: optimizer?.name ?? 'sgd',
    learningRate: optimizer?.lr ?? 1,
    clipNorm: optimizer?.clip_norm ?? 0,
    schedule: 'constant',
    restartShare: 0,
    validationShare: 0,
  };
}

export function weightsOf({ hidden, weights }: GoldenCase): Weights {
  return { hiddenSize: hidden, alphabet: null, ...weights };
}

export interface OneThread {
  work: Workspace;
  /** Does the next update, or only its gradients; returns its loss and its gradient's norm. */
  update(onlyGradients?: boolean): { lossNats: number; gradientNorm: number };
}

export function oneThread(settings: Settings, text: Uint8Array, weights: Weights, variant: KernelVariant): OneThread {
  const shape = shapeOf(settings, weights.alphabet);
  const layout = memoryLayoutOf(shape, 1);
  const memory = memoryFor(layout, shape);
  const work = workspaceOver(kernelsOver(memory, variant), memory, { shape, layout, thread: 0, threads: 1 });
  const { laneBytes, updatesPerEpoch } = layLanes('text', text.length, shape.lanes, shape.steps);
  writeMatrices(work.buffer, layout.weights, shape, weights);
  packWeights(work);
  const restarts = createRandom(settings.seed, 'restarts');
  let done = 0;
  return {
    work,
    update(onlyGradients = false) {
      const first = (done % updatesPerEpoch) * shape.steps;
      for (let step = 0; step <= shape.steps; step++) {
        for (let lane = 0; lane < shape.lanes; lane++) {
          work.u8[layout.feed + step * shape.lanes + lane] = text[lane * laneBytes + first + step] ?? 0;
        }
      }
      planUpdate(work, 0, { update: done, settings, updatesPerEpoch, shareDone: 0, plateaus: 0 }, restarts);
      if (onlyGradients) differentiate(work, 0, () => undefined);
      else train(work, settings.optimizer, 0, () => undefined);
      done += 1;
      const [lossNats = NaN, gradientNorm = NaN] = work.f64.subarray(
        layout.results / 8,
        layout.results / 8 + RESULT_FIELDS.length,
      );
      return { lossNats, gradientNorm };
    },
  };
}
