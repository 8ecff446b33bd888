// Makes the weights that a run begins with; plain arithmetic and square roots only, so the same bits everywhere.
import type { Initialisation } from '../hyperparameters';
import { createRandom, nextUint32, nextUniform, type RandomState } from './random';
import { BYTE_VALUES } from './shape';
import type { Weights } from './weights';

/** The scale of an identity `Whh`: a state fades by half a byte, so that tanh does not saturate and the past still counts. */
const IDENTITY_SCALE = 0.5;
/**
 * The bound of Wxh beside such a Whh: one row of Wxh is all of its byte's input, so it does not shrink with H. With ±1/√H the loss
 * after 2,000 updates was 0.1 bits/byte higher, and higher learning rates made it worse.
 */
const INPUT_BOUND = 1;
/** Layers of random rotations a doubling of H: after them every column is spread over all rows (Kac's walk). */
const LAYERS_A_DOUBLING = 3;

function uniform(random: RandomState, count: number, bound: number): Float32Array {
  return Float32Array.from({ length: count }, () => (nextUniform(random) * 2 - 1) * bound);
}

/** A random permutation of 0 … count-1 (Fisher and Yates). */
function shuffled(random: RandomState, count: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = nextUint32(random) % (last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}

/** A random direction of the plane, by rejection: no trigonometry. */
function direction(random: RandomState): [number, number] {
  for (;;) {
    const x = nextUniform(random) * 2 - 1;
    const y = nextUniform(random) * 2 - 1;
    const square = x * x + y * y;
    if (square > 1e-4 && square <= 1) return [x / Math.sqrt(square), y / Math.sqrt(square)];
  }
}

/** Turns rows `a` and `b` of an (H,H) matrix into each other. */
function rotateRows(matrix: Float64Array, H: number, a: number, b: number, [cosine, sine]: [number, number]): void {
  for (let column = 0; column < H; column++) {
    const x = matrix[a * H + column] ?? 0;
    const y = matrix[b * H + column] ?? 0;
    matrix[a * H + column] = cosine * x - sine * y;
    matrix[b * H + column] = sine * x + cosine * y;
  }
}

/** A random rotation (H,H) in H²·log H steps: layers of plane rotations over random pairs of rows, made in float64. */
function orthogonal(random: RandomState, H: number): Float32Array {
  const matrix = new Float64Array(H * H);
  for (let row = 0; row < H; row++) matrix[row * H + row] = 1;
  const layers = LAYERS_A_DOUBLING * Math.max(1, 32 - Math.clz32(H - 1));
  for (let layer = 0; layer < layers; layer++) {
    const pairs = shuffled(random, H);
    for (let pair = 0; pair + 1 < H; pair += 2)
      rotateRows(matrix, H, pairs[pair] ?? 0, pairs[pair + 1] ?? 0, direction(random));
  }
  return Float32Array.from(matrix);
}

function scaledIdentity(H: number): Float32Array {
  const matrix = new Float32Array(H * H);
  for (let row = 0; row < H; row++) matrix[row * H + row] = IDENTITY_SCALE;
  return matrix;
}

/**
 * `uniform`: all three in ±1/√H, as PyTorch begins. Else Who so, Wxh uniform in ±1, and Whh a random rotation or half the identity.
 * Drawn in the order Wxh, Whh, Who.
 */
export function initialWeights(H: number, seed: number, initialisation: Initialisation): Weights {
  const random = createRandom(seed, 'initialisation');
  const bound = 1 / Math.sqrt(H);
  const recurrent = {
    uniform: () => uniform(random, H * H, bound),
    orthogonal: () => orthogonal(random, H),
    identity: () => scaledIdentity(H),
  };
  const Wxh = uniform(random, BYTE_VALUES * H, initialisation === 'uniform' ? bound : INPUT_BOUND);
  const Whh = recurrent[initialisation]();
  return { hiddenSize: H, alphabet: null, Wxh, Whh, Who: uniform(random, H * BYTE_VALUES, bound) };
}
