// Everything that an exact continuation of a run needs, as one safetensors file that is also a model.
import type { KernelVariant, Optimizer } from '../hyperparameters';
import { alphabetAsMetadata } from './alphabet';
import { withChecksum } from './checksum';
import { MOMENTS_OF } from './moments';
import type { RandomState } from './random';
import { encodeSafetensors, type Tensor } from './safetensors';
import { matrixShapes, readMatrices, unpadRows, type Weights } from './weights';
import type { Matrices } from './packed-network';
import type { Workspace } from './workspace';

export interface Counters {
  /** Updates done. */
  update: number;
  elapsedMs: number;
  /** The generator that draws the lanes' restarts. */
  restarts: RandomState;
  /** The kernels that made it. */
  kernels: KernelVariant;
}

/** The prefix of the weights that are trained, where the model is their average. */
export const TRAINED = 'trained.';

type Tensors = Record<string, Tensor>;

function matricesAsTensors(prefix: string, weights: Weights): Tensors {
  const shapes = Object.entries(matrixShapes(weights.hiddenSize)) as [keyof Matrices, [number, number]][];
  return Object.fromEntries(
    shapes.map(([name, shape]) => [`${prefix}${name}`, { dtype: 'F32' as const, shape, data: weights[name] }]),
  );
}

/** What the lanes remember: states (past,B,H), the bytes beside them (past,B) and how far back each lane's life goes (B). */
function lanesAsTensors({ shape, layout, buffer, u8, i32 }: Workspace): Tensors {
  const { past, lanes, steps, width, hiddenSize } = shape;
  const rows = new Float32Array(buffer, layout.states + 4 * steps * lanes * width, past * lanes * width);
  const bytes = layout.bytes + steps * lanes;
  const reach = layout.reach >> 2;
  return {
    'lanes.states': {
      dtype: 'F32',
      shape: [past, lanes, hiddenSize],
      data: unpadRows(rows, past * lanes, hiddenSize, width),
    },
    'lanes.bytes': { dtype: 'U8', shape: [past, lanes], data: u8.slice(bytes, bytes + past * lanes) },
    'lanes.reach': { dtype: 'I32', shape: [lanes], data: i32.slice(reach, reach + lanes) },
  };
}

/** A copy of the run as it stands between two updates, encoded. */
export function encodeCheckpoint(work: Workspace, optimizer: Optimizer, counters: Counters): Uint8Array {
  const { buffer, layout, shape } = work;
  const block = (prefix: string, matrices: Matrices) =>
    matricesAsTensors(prefix, readMatrices(buffer, matrices, shape));
  const moments = MOMENTS_OF[optimizer].map((name) => block(`${name}.`, layout[name]));
  const { update, elapsedMs, restarts, kernels } = counters;
  // Where an average of the weights is kept, it is the model, and the weights go on beside it.
  const trained = shape.averages ? block(TRAINED, layout.weights) : {};
  const tensors = Object.assign(block('', layout.model), trained, ...moments, lanesAsTensors(work)) as Tensors;
  const metadata = {
    format: 'unroll-checkpoint',
    update: String(update),
    elapsed_ms: String(elapsedMs),
    restarts: JSON.stringify([...restarts]),
    kernels,
    ...alphabetAsMetadata(shape.alphabet),
  };
  return withChecksum((checksum) => encodeSafetensors(tensors, { ...metadata, ...checksum }));
}
