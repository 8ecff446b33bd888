// One network reading a text with everything kept: states, logits, predictions, and the errors that flow back. Its memory is its own.
import {
  ADD,
  REPLACE,
  type By,
  type ByApart,
  type Columns,
  type From,
  type FromApart,
  type GroupsApart,
  type Inner,
  type Into,
  type IntoApart,
  type Scratch,
  type TextAt,
  type Together,
} from '../kernels/arguments';
import type { Kernels, KernelSet } from '../kernels/kernels';
import { loadKernels } from '../kernels/load-kernels';
import { unpredictedBytes } from '../model/alphabet';
import { createMemorySpace, sharedMemory, type MemorySpace } from '../model/memory-space';
import {
  multiply,
  packForTraining,
  takeMatrices,
  takeScratch,
  takeTrainingPanels,
  type Matrices,
  type TrainingPanels,
} from '../model/packed-network';
import { BYTE_VALUES, paddedWidth } from '../model/shape';
import { unpadRows, writeMatrices, type Weights } from '../model/weights';

const ROW_BYTES = 4 * BYTE_VALUES;

/** Byte offsets into the lens's memory; W is H padded. */
interface Places {
  /** Wxh (256,W), Whh (W,W), Who (W,256). */
  weights: Matrices;
  gradients: { Whh: number; Who: number };
  packed: TrainingPanels;
  /** (n+1,W): the zero state, then s_t. */
  states: number;
  /** (n,256) each: o_t, p_t and p_t - y_t. */
  logits: number;
  predictions: number;
  errors: number;
  /** (n,W): rows of δ. */
  deltas: number;
  /** Of what is read (n). */
  bytes: number;
  /** A row for in between (W). */
  spare: number;
  scratch: Scratch;
}

function placesIn(space: MemorySpace, width: number, capacity: number): Places {
  const size = { width, columns: BYTE_VALUES };
  return {
    weights: takeMatrices(space, size),
    gradients: { Whh: space.take(4 * width * width), Who: space.take(ROW_BYTES * width) },
    packed: takeTrainingPanels(space, size),
    states: space.take(4 * width * (capacity + 1)),
    logits: space.take(ROW_BYTES * capacity),
    predictions: space.take(ROW_BYTES * capacity),
    errors: space.take(ROW_BYTES * capacity),
    deltas: space.take(4 * width * capacity),
    bytes: space.take(capacity),
    spare: space.take(4 * width),
    scratch: takeScratch(space, width),
  };
}

/** A network under the lens; positions t count the bytes from 0, and s_{-1} is the zero state. */
export class NetworkLens {
  readonly hiddenSize: number;
  readonly capacity: number;
  readonly #width: number;
  readonly #places: Places;
  readonly #kernels: Kernels;
  readonly #buffer: SharedArrayBuffer;
  #bytes: Uint8Array = new Uint8Array();
  #alphabet: Uint8Array | null = null;
  #unpredicted: Uint8Array = new Uint8Array();

  /** Room for texts of at most `capacity` bytes. */
  constructor(kernels: KernelSet, hiddenSize: number, capacity: number) {
    this.hiddenSize = hiddenSize;
    this.capacity = capacity;
    this.#width = paddedWidth(hiddenSize);
    const space = createMemorySpace();
    this.#places = placesIn(space, this.#width, capacity);
    const memory = sharedMemory(space.taken());
    this.#kernels = loadKernels(kernels, memory);
    this.#buffer = memory.buffer;
  }

  get bytes(): Uint8Array {
    return this.#bytes;
  }

  load(weights: Weights): void {
    const { weights: at, packed } = this.#places;
    const width = this.#width;
    const { hiddenSize } = this;
    const shape = { hiddenSize, width, alphabet: null, outputs: BYTE_VALUES, columns: BYTE_VALUES };
    writeMatrices(this.#buffer, at, shape, weights);
    this.#alphabet = weights.alphabet;
    this.#unpredicted = unpredictedBytes(weights.alphabet);
    packForTraining(this.#kernels, packed, at, { first: 0, end: width });
  }

  /** s_t = tanh(Wxh[x_t] + s_{t-1}·Whh), o_t = s_t·Who, p_t = softmax(o_t) for each byte, from the zero state. */
  read(bytes: Uint8Array): void {
    const { weights, packed, states, logits, predictions, bytes: at, scratch } = this.#places;
    const kernels = this.#kernels;
    const width = this.#width;
    const rowBytes = 4 * width;
    this.#bytes = bytes.slice(0, this.capacity);
    const count = this.#bytes.length;
    new Uint8Array(this.#buffer).set(this.#bytes, at);
    new Uint8Array(this.#buffer).fill(0, states, states + rowBytes);
    kernels.gatherRows(
      (states + rowBytes) as Into,
      rowBytes as IntoApart,
      weights.Wxh as From,
      at as TextAt,
      count,
      width as Columns,
    );
    for (let t = 0; t < count; t++) {
      const s = (states + (t + 1) * rowBytes) as Into;
      multiply(kernels, s, (s - rowBytes) as From, packed.Whh, 1, ADD, scratch);
      kernels.tanhInPlace(s, width);
    }
    multiply(kernels, logits as Into, (states + rowBytes) as From, packed.Who, count, REPLACE, scratch);
    for (let t = 0; t < count; t++) {
      const o = this.logits(t);
      for (const byte of this.#unpredicted) o[byte] = -Infinity;
      kernels.softmax((predictions + t * ROW_BYTES) as Into, (logits + t * ROW_BYTES) as From, 1);
    }
  }

  /** s_t (H), a view. */
  state(t: number): Float32Array {
    return new Float32Array(this.#buffer, this.#places.states + 4 * this.#width * (t + 1), this.hiddenSize);
  }

  /** o_t (256), a view. */
  logits(t: number): Float32Array {
    return new Float32Array(this.#buffer, this.#places.logits + ROW_BYTES * t, BYTE_VALUES);
  }

  /** p_t (256), a view. */
  prediction(t: number): Float32Array {
    return new Float32Array(this.#buffer, this.#places.predictions + ROW_BYTES * t, BYTE_VALUES);
  }

  /** The two that meet in tanh: Wxh[x_t] and s_{t-1}·Whh (H). */
  beforeTanh(t: number): { fromByte: Float32Array; fromState: Float32Array } {
    const { weights, packed, states, spare, scratch } = this.#places;
    const width = this.#width;
    const previous = (states + 4 * width * t) as From;
    multiply(this.#kernels, spare as Into, previous, packed.Whh, 1, REPLACE, scratch);
    const row = weights.Wxh + 4 * width * (this.#bytes[t] ?? 0);
    return {
      fromByte: new Float32Array(this.#buffer, row, this.hiddenSize).slice(),
      fromState: new Float32Array(this.#buffer, spare, this.hiddenSize).slice(),
    };
  }

  /** Row `row` of δ (H), a view. */
  delta(row: number): Float32Array {
    return new Float32Array(this.#buffer, this.#places.deltas + 4 * this.#width * row, this.hiddenSize);
  }

  /**
   * δ_t = ((p_t - y_t)·Whoᵀ) ∘ (1 - s_t∘s_t) into row `row`, the target being the byte after t
   * Returns p_t - y_t (256), a view, and takes (p_t - y_t)·Whoᵀ (H) out where it is wanted.
   */
  errorAt(t: number, row: number, throughWho?: Float32Array): Float32Array {
    const { predictions, errors, deltas, packed, scratch } = this.#places;
    const width = this.#width;
    const error = new Float32Array(this.#buffer, errors + row * ROW_BYTES, BYTE_VALUES);
    error.set(new Float32Array(this.#buffer, predictions + t * ROW_BYTES, BYTE_VALUES));
    const target = this.#bytes[t + 1];
    if (target === undefined) throw new RangeError(`No byte follows position ${t}.`);
    error[target] = (error[target] ?? 0) - 1;
    for (const byte of this.#unpredicted) error[byte] = 0;
    const delta = (deltas + 4 * width * row) as Into;
    const from = (errors + row * ROW_BYTES) as From;
    multiply(this.#kernels, delta, from, packed.WhoTransposed, 1, REPLACE, scratch);
    throughWho?.set(this.delta(row));
    this.#throughTanh(row, t);
    return error;
  }

  /** (δ·Whhᵀ) ∘ (1 - s_i∘s_i) of `count` rows at `from` into as many at `to`, row r with i = positions[r] */
  flowBack(from: number, to: number, positions: readonly number[]): void {
    const { deltas, packed, scratch } = this.#places;
    const row = (index: number) => deltas + 4 * this.#width * index;
    const count = positions.length;
    multiply(this.#kernels, row(to) as Into, row(from) as From, packed.WhhTransposed, count, REPLACE, scratch);
    for (const [index, i] of positions.entries()) this.#throughTanh(to + index, i);
  }

  /** The gradients of E_t from rows 0 … t-first of δ, which hold δ_first … δ_t, and from p_t - y_t in row `errorRow`. */
  gradients(first: number, t: number, errorRow: number): Weights {
    const { states, errors, deltas, gradients, scratch } = this.#places;
    const { productTransposed } = this.#kernels;
    const { hiddenSize } = this;
    const width = this.#width;
    const rowBytes = 4 * width;
    const terms = t - first + 1;
    productTransposed(
      gradients.Who as Into,
      ROW_BYTES as IntoApart,
      (states + (t + 1) * rowBytes) as From,
      rowBytes as FromApart,
      (errors + errorRow * ROW_BYTES) as By,
      ROW_BYTES as ByApart,
      1 as Inner,
      width,
      BYTE_VALUES as Columns,
      scratch,
      1 as Together,
      1 as GroupsApart,
    );
    productTransposed(
      gradients.Whh as Into,
      rowBytes as IntoApart,
      (states + first * rowBytes) as From,
      rowBytes as FromApart,
      deltas as By,
      rowBytes as ByApart,
      terms as Inner,
      width,
      width as Columns,
      scratch,
      terms as Together,
      terms as GroupsApart,
    );
    const Whh = new Float32Array(this.#buffer, gradients.Whh, width * width);
    const Who = new Float32Array(this.#buffer, gradients.Who, hiddenSize * BYTE_VALUES);
    return {
      hiddenSize,
      alphabet: this.#alphabet,
      Wxh: this.#inputGradient(first, terms),
      Whh: unpadRows(Whh, hiddenSize, hiddenSize, width),
      Who: Who.slice(),
    };
  }

  /** dWxh[x_i] += δ_i, i = first … */
  #inputGradient(first: number, terms: number): Float32Array {
    const { hiddenSize } = this;
    const gradient = new Float32Array(BYTE_VALUES * hiddenSize);
    for (let row = 0; row < terms; row++) {
      const at = (this.#bytes[first + row] ?? 0) * hiddenSize;
      for (const [unit, value] of this.delta(row).entries()) gradient[at + unit] = (gradient[at + unit] ?? 0) + value;
    }
    return gradient;
  }

  #throughTanh(row: number, t: number): void {
    const { deltas, states } = this.#places;
    const rowBytes = 4 * this.#width;
    const delta = (deltas + row * rowBytes) as Into;
    this.#kernels.tanhBackwardInPlace(delta, (states + (t + 1) * rowBytes) as From, this.#width);
  }
}
