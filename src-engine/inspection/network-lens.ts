// One network reading a text with everything kept: states, logits, predictions, and the errors that flow back. Its memory is its own.
import { loadKernels, scratchBytes, type Kernels } from '../kernels/load-kernels';
import { unpredictedBytes } from '../model/alphabet';
import { BYTE_VALUES, paddedWidth } from '../model/shape';
import { unpadRows, writeMatrices, type Weights } from '../model/weights';

const PAGE_BYTES = 65_536;
const ROW_BYTES = 4 * BYTE_VALUES;

/** Byte offsets into the lens's memory; W is H padded. */
interface Places {
  /** Wxh (256,W), Whh (W,W), Who (W,256). */
  weights: { Wxh: number; Whh: number; Who: number };
  gradients: { Whh: number; Who: number };
  packed: { Whh: number; Who: number; WhhTransposed: number; WhoTransposed: number };
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
  scratch: number;
}

function place(width: number, capacity: number): { places: Places; bytes: number } {
  let end = 64;
  const take = (bytes: number) => {
    const start = end;
    end += Math.ceil(bytes / 64) * 64;
    return start;
  };
  const recurrent = () => ({ Whh: take(4 * width * width), Who: take(4 * width * BYTE_VALUES) });
  const places: Places = {
    weights: { Wxh: take(4 * BYTE_VALUES * width), ...recurrent() },
    gradients: recurrent(),
    packed: {
      ...recurrent(),
      WhhTransposed: take(4 * width * width),
      WhoTransposed: take(4 * width * BYTE_VALUES),
    },
    states: take(4 * width * (capacity + 1)),
    logits: take(ROW_BYTES * capacity),
    predictions: take(ROW_BYTES * capacity),
    errors: take(ROW_BYTES * capacity),
    deltas: take(4 * width * capacity),
    bytes: take(capacity),
    spare: take(4 * width),
    scratch: take(scratchBytes(Math.max(width, BYTE_VALUES), Math.max(width, BYTE_VALUES))),
  };
  return { places, bytes: end };
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
  constructor(module: WebAssembly.Module, hiddenSize: number, capacity: number) {
    this.hiddenSize = hiddenSize;
    this.capacity = capacity;
    this.#width = paddedWidth(hiddenSize);
    const { places, bytes } = place(this.#width, capacity);
    const pages = Math.ceil(bytes / PAGE_BYTES);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
    this.#places = places;
    this.#kernels = loadKernels(module, memory);
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
    this.#kernels.packPanels(packed.Whh, 32 * width, at.Whh, 4 * width, width, width);
    this.#kernels.packPanels(packed.Who, 32 * width, at.Who, ROW_BYTES, width, BYTE_VALUES);
    this.#kernels.packPanelsTransposed(packed.WhhTransposed, at.Whh, 4 * width, width, width);
    this.#kernels.packPanelsTransposed(packed.WhoTransposed, at.Who, ROW_BYTES, BYTE_VALUES, width);
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
    kernels.gatherRows(states + rowBytes, rowBytes, weights.Wxh, at, count, width);
    for (let t = 0; t < count; t++) {
      const s = states + (t + 1) * rowBytes;
      kernels.product(s, rowBytes, s - rowBytes, rowBytes, packed.Whh, 1, width, width, 1, scratch);
      kernels.tanhInPlace(s, width);
    }
    kernels.product(logits, ROW_BYTES, states + rowBytes, rowBytes, packed.Who, count, width, BYTE_VALUES, 0, scratch);
    for (let t = 0; t < count; t++) {
      const o = this.logits(t);
      for (const byte of this.#unpredicted) o[byte] = -Infinity;
      kernels.softmax(predictions + t * ROW_BYTES, logits + t * ROW_BYTES, 1);
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
    const previous = states + 4 * width * t;
    this.#kernels.product(spare, 4 * width, previous, 4 * width, packed.Whh, 1, width, width, 0, scratch);
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
    const delta = deltas + 4 * width * row;
    this.#kernels.product(
      delta,
      4 * width,
      errors + row * ROW_BYTES,
      ROW_BYTES,
      packed.WhoTransposed,
      1,
      BYTE_VALUES,
      width,
      0,
      scratch,
    );
    throughWho?.set(this.delta(row));
    this.#throughTanh(row, t);
    return error;
  }

  /** (δ·Whhᵀ) ∘ (1 - s_i∘s_i) of `count` rows at `from` into as many at `to`, row r with i = positions[r] */
  flowBack(from: number, to: number, positions: readonly number[]): void {
    const { deltas, packed, scratch } = this.#places;
    const width = this.#width;
    const row = (index: number) => deltas + 4 * width * index;
    this.#kernels.product(
      row(to),
      4 * width,
      row(from),
      4 * width,
      packed.WhhTransposed,
      positions.length,
      width,
      width,
      0,
      scratch,
    );
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
    const error = errors + errorRow * ROW_BYTES;
    const s = states + (t + 1) * rowBytes;
    const before = states + first * rowBytes;
    productTransposed(gradients.Who, ROW_BYTES, s, rowBytes, error, ROW_BYTES, 1, width, BYTE_VALUES, scratch);
    productTransposed(gradients.Whh, rowBytes, before, rowBytes, deltas, rowBytes, terms, width, width, scratch);
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
    this.#kernels.tanhBackwardInPlace(deltas + row * rowBytes, states + (t + 1) * rowBytes, this.#width);
  }
}
