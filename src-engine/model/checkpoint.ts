// Everything that an exact continuation of a run needs, as one safetensors file that is also a model.
import type { KernelVariant, Optimizer } from '../hyperparameters';
import { alphabetAsMetadata } from './alphabet';
import { withChecksum } from './checksum';
import { MOMENTS_OF, type Moments } from './moments';
import type { RandomState } from './random';
import { encodeSafetensors, type Tensor } from './safetensors';
import type { Shape } from './shape';
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

/** Lanes that remember nothing: each begins at the zero state. */
export function freshLanes({ past, lanes, hiddenSize }: Shape): Tensors {
  return {
    'lanes.states': {
      dtype: 'F32',
      shape: [past, lanes, hiddenSize],
      data: new Float32Array(past * lanes * hiddenSize),
    },
    'lanes.bytes': { dtype: 'U8', shape: [past, lanes], data: new Uint8Array(past * lanes) },
    'lanes.reach': { dtype: 'I32', shape: [lanes], data: new Int32Array(lanes) },
  };
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

/** What a checkpoint is made of, wherever it lies. */
export interface CheckpointParts {
  /** Where an average of the weights is kept, it is the model. */
  model: Weights;
  /** The weights that go on beside it; null where the model is them. */
  trained: Weights | null;
  moments: { name: Moments; values: Weights }[];
  lanes: Tensors;
  counters: Counters;
}

export function encodeParts({ model, trained, moments, lanes, counters }: CheckpointParts): Uint8Array {
  const { update, elapsedMs, restarts, kernels } = counters;
  const tensors = Object.assign(
    matricesAsTensors('', model),
    trained ? matricesAsTensors(TRAINED, trained) : {},
    ...moments.map(({ name, values }) => matricesAsTensors(`${name}.`, values)),
    lanes,
  ) as Tensors;
  const metadata = {
    format: 'unroll-checkpoint',
    update: String(update),
    elapsed_ms: String(elapsedMs),
    restarts: JSON.stringify([...restarts]),
    kernels,
    ...alphabetAsMetadata(model.alphabet),
  };
  return withChecksum((checksum) => encodeSafetensors(tensors, { ...metadata, ...checksum }));
}

/** A copy of the run as it stands between two updates, encoded. */
export function encodeCheckpoint(work: Workspace, optimizer: Optimizer, counters: Counters): Uint8Array {
  const { buffer, layout, shape } = work;
  const block = (matrices: Matrices) => readMatrices(buffer, matrices, shape);
  return encodeParts({
    model: block(layout.model),
    trained: shape.averages ? block(layout.weights) : null,
    moments: MOMENTS_OF[optimizer].map((name) => ({ name, values: block(layout[name]) })),
    lanes: lanesAsTensors(work),
    counters,
  });
}
