// Reads a checkpoint: the one rule of what may be taken, whether a run continues from it, generates with it or exports it.
import * as v from 'valibot';
import { KERNEL_VARIANTS, type Optimizer } from '../hyperparameters';
import { problem } from '../problem';
import { count } from '../protocol/scalars';
import { alphabetFrom } from './alphabet';
import { TRAINED, type Counters } from './checkpoint';
import { isIntact } from './checksum';
import { MOMENTS_OF, type Moments } from './moments';
import type { Matrices } from './packed-network';
import { decodeSafetensors, type SafetensorsFile, type Tensor } from './safetensors';
import { BYTE_VALUES, type Shape } from './shape';
import { matrixShapes, padRows, writeMatrices, type Weights } from './weights';
import type { Workspace } from './workspace';

export interface Checkpoint {
  counters: Counters;
  /** Those that are trained. */
  weights: Weights;
  /** Their average, where one is kept. */
  average: Pick<Weights, keyof Matrices> | null;
  moments: { name: Moments; values: Pick<Weights, keyof Matrices> }[];
  lanes: { states: Float32Array; bytes: Uint8Array; reach: Int32Array };
}

/** What a run's checkpoints have to fit. */
export interface CheckpointForm {
  shape: Shape;
  optimizer: Optimizer;
}

type Place = Pick<Tensor, 'dtype' | 'shape'>;

/** Far above any header of ours. */
const MOST_HEADER_BYTES = 2 ** 20;

/** A file with more bytes than this is none of the run's checkpoints. */
export function mostCheckpointBytes({ shape, optimizer }: CheckpointForm): number {
  const { hiddenSize, past, lanes } = shape;
  const weights = hiddenSize * (2 * BYTE_VALUES + hiddenSize);
  const blocks = (shape.averages ? 2 : 1) + MOMENTS_OF[optimizer].length;
  const numbers = weights * blocks + past * lanes * hiddenSize + lanes;
  return 4 * numbers + past * lanes + MOST_HEADER_BYTES;
}

/** Four 32-bit words, not all zero: zeros would hold the generator at 0 for ever. */
const randomState = v.pipe(
  v.array(v.pipe(count, v.maxValue(2 ** 32 - 1))),
  v.length(4),
  v.check((words) => words.some((word) => word !== 0)),
  v.transform((words) => Uint32Array.from(words)),
);
const asNumber = v.pipe(v.string(), v.regex(/^\d/), v.transform(Number));
const countersSchema = v.object({
  update: v.pipe(asNumber, count),
  elapsedMs: v.pipe(asNumber, v.finite()),
  restarts: v.pipe(v.string(), v.parseJson(), randomState),
  kernels: v.picklist(KERNEL_VARIANTS),
});

/** Whatever else is there is one of these, damaged: without its name a checksum is none. */
const METADATA = ['format', 'update', 'elapsed_ms', 'restarts', 'kernels', 'alphabet', 'processes', 'checksum'];

function countersFrom(metadata: Record<string, string>, file: string): Counters {
  const counters = v.safeParse(countersSchema, { ...metadata, elapsedMs: metadata.elapsed_ms });
  const isKnown = Object.keys(metadata).every((key) => METADATA.includes(key));
  if (counters.success && isKnown) return counters.output;
  throw problem(`"${file}" is not a complete checkpoint. Choose another one.`);
}

function takerOf(tensors: SafetensorsFile['tensors'], file: string) {
  return (name: string, { dtype, shape }: Place): Tensor['data'] => {
    const tensor = tensors[name];
    if (tensor?.shape.join() !== shape.join() || tensor.dtype !== dtype) {
      throw problem(
        `"${file}" does not fit the run's settings: ${name} should be ${dtype} (${shape.join(', ')}). Choose another checkpoint.`,
      );
    }
    if (tensor.data instanceof Float32Array && !tensor.data.every(Number.isFinite)) {
      throw problem(`"${file}" contains a value in ${name} that is not finite. Choose an earlier checkpoint.`);
    }
    return tensor.data;
  };
}

function checkReach(reach: Int32Array, { truncation }: Shape, file: string): void {
  const wrong = reach.find((length) => length < 0 || length > truncation);
  if (wrong === undefined) return;
  throw problem(
    `"${file}" says that a lane reaches back ${wrong} bytes, which no lane of this run can. Choose another checkpoint.`,
  );
}

/** Throws a `Problem` if the file is damaged or does not fit the run. */
export function decodeCheckpoint(bytes: Uint8Array, file: string, { shape, optimizer }: CheckpointForm): Checkpoint {
  if (!isIntact(bytes)) throw problem(`"${file}" is damaged: its checksum is wrong. Choose another checkpoint.`);
  const { tensors, metadata } = decodeSafetensors(bytes, file);
  const counters = countersFrom(metadata, file);
  const { hiddenSize, past, lanes } = shape;
  const alphabet = alphabetFrom(metadata, file);
  if (alphabet?.join() !== shape.alphabet?.join()) {
    throw problem(`"${file}" predicts other bytes than its run. Choose another checkpoint.`);
  }
  const take = takerOf(tensors, file);
  const floats = (name: string, ...sizes: number[]) => take(name, { dtype: 'F32', shape: sizes }) as Float32Array;
  const matrices = (prefix: string) => {
    const sizes = matrixShapes(hiddenSize);
    const matrix = (name: keyof Matrices) => floats(`${prefix}${name}`, ...sizes[name]);
    return { Wxh: matrix('Wxh'), Whh: matrix('Whh'), Who: matrix('Who') };
  };
  const reach = take('lanes.reach', { dtype: 'I32', shape: [lanes] }) as Int32Array;
  checkReach(reach, shape, file);
  return {
    counters,
    weights: { hiddenSize, alphabet, ...matrices(shape.averages ? TRAINED : '') },
    average: shape.averages ? matrices('') : null,
    moments: MOMENTS_OF[optimizer].map((name) => ({ name, values: matrices(`${name}.`) })),
    lanes: {
      states: floats('lanes.states', past, lanes, hiddenSize),
      bytes: take('lanes.bytes', { dtype: 'U8', shape: [past, lanes] }) as Uint8Array,
      reach,
    },
  };
}

/** Puts a checkpoint that fits back into the memory; the packed weights must be rebuilt after it. */
export function restoreCheckpoint(work: Workspace, { weights, average, moments, lanes }: Checkpoint): void {
  const { buffer, layout, shape, u8, i32 } = work;
  const { past, steps, width, hiddenSize } = shape;
  const rows = new Float32Array(buffer, layout.states + 4 * steps * shape.lanes * width, past * shape.lanes * width);
  padRows(rows, lanes.states, hiddenSize, width);
  u8.set(lanes.bytes, layout.bytes + steps * shape.lanes);
  i32.set(lanes.reach, layout.reach >> 2);
  writeMatrices(buffer, layout.weights, shape, weights);
  if (average) writeMatrices(buffer, layout.model, shape, average);
  for (const { name, values } of moments) writeMatrices(buffer, layout[name], shape, values);
}
