// Everything that an exact continuation of a run needs, as one safetensors file that is also a model.
import type { KernelVariant, Optimizer } from '../hyperparameters';
import { problem } from '../problem';
import { alphabetAsMetadata } from './alphabet';
import { MOMENTS_OF } from './moments';
import type { RandomState } from './random';
import { decodeSafetensors, encodeSafetensors, type Tensor } from './safetensors';
import { matrixShapes, padRows, readMatrices, unpadRows, writeMatrices, type Weights } from './weights';
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
  return encodeSafetensors(Object.assign(block('', layout.weights), ...moments, lanesAsTensors(work)) as Tensors, {
    format: 'unroll-checkpoint',
    update: String(update),
    elapsed_ms: String(elapsedMs),
    restarts: JSON.stringify([...restarts]),
    kernels,
    ...alphabetAsMetadata(shape.alphabet),
  });
}

function tensorOf(
  tensors: Tensors,
  name: string,
  { dtype, shape }: Pick<Tensor, 'dtype' | 'shape'>,
  file: string,
): Tensor['data'] {
  const tensor = tensors[name];
  if (tensor?.shape.join() !== shape.join() || tensor.dtype !== dtype) {
    throw problem(
      `"${file}" does not fit the run's settings: ${name} should be ${dtype} (${shape.join(', ')}). Resume from another checkpoint.`,
    );
  }
  return tensor.data;
}

function matricesFrom(
  tensors: Tensors,
  prefix: string,
  hiddenSize: number,
  file: string,
): Pick<Weights, keyof Matrices> {
  const take = (name: keyof Matrices) =>
    tensorOf(
      tensors,
      `${prefix}${name}`,
      { dtype: 'F32', shape: matrixShapes(hiddenSize)[name] },
      file,
    ) as Float32Array;
  return { Wxh: take('Wxh'), Whh: take('Whh'), Who: take('Who') };
}

function restoreLanes({ shape, layout, buffer, u8, i32 }: Workspace, tensors: Tensors, file: string): void {
  const { past, lanes, steps, width, hiddenSize } = shape;
  const states = tensorOf(
    tensors,
    'lanes.states',
    { dtype: 'F32', shape: [past, lanes, hiddenSize] },
    file,
  ) as Float32Array;
  padRows(
    new Float32Array(buffer, layout.states + 4 * steps * lanes * width, past * lanes * width),
    states,
    hiddenSize,
    width,
  );
  u8.set(
    tensorOf(tensors, 'lanes.bytes', { dtype: 'U8', shape: [past, lanes] }, file) as Uint8Array,
    layout.bytes + steps * lanes,
  );
  i32.set(tensorOf(tensors, 'lanes.reach', { dtype: 'I32', shape: [lanes] }, file) as Int32Array, layout.reach >> 2);
}

/** Four 32-bit words, not all zero: zeros would hold the generator at 0 for ever. */
function isRandomState(state: unknown): state is number[] {
  if (!Array.isArray(state) || state.length !== 4) return false;
  const words = state as unknown[];
  return (
    words.every((word) => Number.isInteger(word) && (word as number) >>> 0 === word) && words.some((word) => word !== 0)
  );
}

function countersFrom(metadata: Record<string, string>, file: string): Counters {
  const { update, elapsed_ms: elapsedMs, restarts, kernels } = metadata;
  const damaged = () => problem(`"${file}" is not a complete checkpoint. Resume from another one.`);
  let state: unknown;
  try {
    state = JSON.parse(restarts ?? '');
  } catch {
    throw damaged();
  }
  const counters = { update: Number(update), elapsedMs: Number(elapsedMs) };
  if (!Number.isInteger(counters.update) || !Number.isFinite(counters.elapsedMs)) throw damaged();
  if (!isRandomState(state)) throw damaged();
  return {
    ...counters,
    restarts: Uint32Array.from(state),
    kernels: kernels === 'strict' ? 'strict' : 'fast',
  };
}

/** Puts a checkpoint back into the memory; the packed weights must be rebuilt after it. Throws a `Problem` if it is damaged or does not fit. */
export function restoreCheckpoint(work: Workspace, optimizer: Optimizer, bytes: Uint8Array, file: string): Counters {
  const { tensors, metadata } = decodeSafetensors(bytes, file);
  const counters = countersFrom(metadata, file);
  const { buffer, layout, shape } = work;
  const { hiddenSize } = shape;
  const weights = matricesFrom(tensors, '', hiddenSize, file);
  const moments = MOMENTS_OF[optimizer].map((name) => ({
    block: layout[name],
    values: matricesFrom(tensors, `${name}.`, hiddenSize, file),
  }));
  restoreLanes(work, tensors, file);
  writeMatrices(buffer, layout.weights, shape, weights);
  for (const { block, values } of moments) writeMatrices(buffer, block, shape, values);
  return counters;
}
