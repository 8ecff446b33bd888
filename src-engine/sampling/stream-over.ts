// One network reading a stream of bytes: its state, and what it expects next. Its memory is its own.
import {
  REPLACE,
  type Columns,
  type From,
  type Into,
  type LogitsAt,
  type OutputPanels,
  type Outputs,
  type TextAt,
  type WeightsAt,
} from '../kernels/arguments';
import type { Kernels } from '../kernels/kernels';
import { unpredictedBytes } from '../model/alphabet';
import { createMemorySpace } from '../model/memory-space';
import { multiply, packForReading, takeMatrices, takeReadingPanels, takeScratch } from '../model/packed-network';
import { BYTE_VALUES, paddedWidth } from '../model/shape';
import { writeMatrices, type Weights } from '../model/weights';

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

/** Brings a memory of at least so many bytes, all zero, and the kernels over it. */
export type BringKernels = (bytes: number) => { kernels: Kernels; buffer: ArrayBufferLike };

/** Begins at the zero state. */
export function networkStreamOver(bring: BringKernels, weights: Weights): NetworkStream {
  const { hiddenSize } = weights;
  const width = paddedWidth(hiddenSize);
  const shape = { hiddenSize, width, alphabet: null, outputs: BYTE_VALUES, columns: BYTE_VALUES };
  const space = createMemorySpace();
  const matrices = takeMatrices(space, shape);
  const packed = takeReadingPanels(space, shape);
  const states = [space.take(4 * width), space.take(4 * width)] as const;
  const logits = space.take(4 * BYTE_VALUES);
  const probabilityAt = space.take(4 * BYTE_VALUES);
  const byteAt = space.take(1);
  const scratch = takeScratch(space, width);
  const { kernels, buffer } = bring(space.taken());
  writeMatrices(buffer, matrices, shape, weights);
  packForReading(kernels, packed, matrices, { first: 0, end: width });
  const unpredicted = unpredictedBytes(weights.alphabet);
  const bytes = new Uint8Array(buffer);
  const probabilities = new Float32Array(buffer, probabilityAt, BYTE_VALUES);
  const expected = new Float32Array(buffer, logits, BYTE_VALUES);
  let [current, next] = states;
  let isOutputCurrent = false;

  const forbid = () => {
    for (const unable of unpredicted) expected[unable] = -Infinity;
  };
  const predict = () => {
    if (isOutputCurrent) return;
    multiply(kernels, logits as Into, current as From, packed.Who, 1, REPLACE, scratch);
    forbid();
    isOutputCurrent = true;
  };
  return {
    get logits() {
      predict();
      return expected;
    },
    state: () => new Float32Array(buffer, current, weights.hiddenSize).slice(),
    recall(state) {
      new Float32Array(buffer, current, weights.hiddenSize).set(state);
      isOutputCurrent = false;
    },
    read(byte) {
      bytes[byteAt] = byte;
      // Whoever looked at the last expectation looks at the next: it comes in the same call. Of a prompt nobody asks for it.
      const outputs = isOutputCurrent ? BYTE_VALUES : 0;
      const who: number = packed.Who.panels;
      kernels.readByte(
        next as Into,
        current as From,
        matrices.Wxh as WeightsAt,
        byteAt as TextAt,
        packed.Whh.panels,
        logits as LogitsAt,
        who as OutputPanels,
        width as Columns,
        outputs as Outputs,
        scratch,
      );
      [current, next] = [next, current];
      if (isOutputCurrent) forbid();
    },
    probabilities(temperature) {
      predict();
      kernels.softmax(probabilityAt as Into, logits as From, temperature);
      return probabilities;
    },
  };
}
