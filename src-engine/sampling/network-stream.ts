// One network reading a stream of bytes: its state, and what it expects next. Its memory is its own.
import { loadKernels, scratchBytes } from '../kernels/load-kernels';
import { unpredictedBytes } from '../model/alphabet';
import { BYTE_VALUES, paddedWidth } from '../model/shape';
import { writeMatrices, type Weights } from '../model/weights';

const PAGE_BYTES = 65_536;

export interface NetworkStream {
  /** s = tanh(Wxh[byte] + s·Whh) */
  read(byte: number): void;
  /** softmax(o / temperature), (256); a view that the next call overwrites. temperature > 0 */
  probabilities(temperature: number): Float32Array;
  /** o = s·Who, (256), computed when first asked for after a `read`; a view that the next one overwrites. */
  readonly logits: Float32Array;
  /** A copy of s, (H). */
  state(): Float32Array;
  /** s = what `state` gave. */
  recall(state: Float32Array): void;
}

/** Begins at the zero state. */
export function openNetworkStream(module: WebAssembly.Module, weights: Weights): NetworkStream {
  const width = paddedWidth(weights.hiddenSize);
  const Wxh = 64;
  const Whh = Wxh + 4 * BYTE_VALUES * width;
  const Who = Whh + 4 * width * width;
  const packedWhh = Who + 4 * width * BYTE_VALUES;
  const packedWho = packedWhh + 4 * width * width;
  const states = packedWho + 4 * width * BYTE_VALUES;
  const logits = states + 2 * 4 * width;
  const probabilityAt = logits + 4 * BYTE_VALUES;
  const byteAt = probabilityAt + 4 * BYTE_VALUES;
  const scratch = byteAt + 64;
  const pages = Math.ceil((scratch + scratchBytes(Math.max(width, BYTE_VALUES), BYTE_VALUES)) / PAGE_BYTES);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  const kernels = loadKernels(module, memory);
  const buffer = memory.buffer;
  const { hiddenSize } = weights;
  const shape = { hiddenSize, width, alphabet: null, outputs: BYTE_VALUES, columns: BYTE_VALUES };
  writeMatrices(buffer, { Wxh, Whh, Who }, shape, weights);
  const unpredicted = unpredictedBytes(weights.alphabet);
  kernels.packPanels(packedWhh, width * 32, Whh, 4 * width, width, width);
  kernels.packPanels(packedWho, width * 32, Who, 4 * BYTE_VALUES, width, BYTE_VALUES);
  const bytes = new Uint8Array(buffer);
  const probabilities = new Float32Array(buffer, probabilityAt, BYTE_VALUES);
  const outputs = new Float32Array(buffer, logits, BYTE_VALUES);
  let current = states;
  let next = states + 4 * width;
  let isOutputCurrent = false;

  const predict = () => {
    if (isOutputCurrent) return;
    kernels.product(logits, 4 * BYTE_VALUES, current, 4 * width, packedWho, 1, width, BYTE_VALUES, 0, scratch);
    for (const unable of unpredicted) outputs[unable] = -Infinity;
    isOutputCurrent = true;
  };
  return {
    get logits() {
      predict();
      return outputs;
    },
    state: () => new Float32Array(buffer, current, weights.hiddenSize).slice(),
    recall(state) {
      new Float32Array(buffer, current, weights.hiddenSize).set(state);
      isOutputCurrent = false;
    },
    read(byte) {
      bytes[byteAt] = byte;
      kernels.gatherRows(next, 4 * width, Wxh, byteAt, 1, width);
      kernels.product(next, 4 * width, current, 4 * width, packedWhh, 1, width, width, 1, scratch);
      kernels.tanhInPlace(next, width);
      [current, next] = [next, current];
      isOutputCurrent = false;
    },
    probabilities(temperature) {
      predict();
      kernels.softmax(probabilityAt, logits, temperature);
      return probabilities;
    },
  };
}
