// Calls of every kernel on random shapes and bit patterns, as plain numbers: any set of kernels can do them, here or on another machine.
import type { Kernels } from '../../../src-engine/kernels/kernels';
import { productTrial, transposedTrial } from './product-calls';
import { fillBits, fillNumbers, place, randomFrom, SCRATCH, whole, type KernelCall, type Trial } from './trial';

function recurrenceTrial(seed: number): Trial {
  const random = randomFrom(seed);
  const width = 8 * whole(random, 1, 18);
  const lanes = whole(random, 1, 30);
  const first = whole(random, 0, lanes - 1);
  const rows = whole(random, 1, lanes - first);
  const steps = whole(random, 1, 6);
  const [s, d, w, weights, packed, text] = [place(0), place(1), place(2), place(3), place(4), place(5)];
  const rowBytes = 4 * width;
  const count = (steps + 1) * lanes * width;
  const isBackward = seed % 2 === 1;
  const last = ((steps - 1) * lanes + first) * rowBytes;
  return {
    calls: [
      { name: 'packPanels', given: [packed, 0, width, weights, rowBytes, width, width] },
      isBackward
        ? {
            name: 'recurBackward',
            given: [d + last, s + last, packed, rows, lanes, steps, width, Number(seed % 4 === 1), SCRATCH],
          }
        : {
            name: 'recur',
            given: [s + (lanes + first) * rowBytes, w, text, packed, rows, lanes, steps, width, SCRATCH],
          },
    ],
    fill(buffer) {
      fillNumbers(buffer, s, count, random);
      fillNumbers(buffer, d, count, random);
      fillNumbers(buffer, w, 256 * width, random);
      fillNumbers(buffer, weights, width * width, random, 0.5);
      const bytes = new Uint8Array(buffer);
      for (let index = 0; index < steps * lanes; index++) bytes[text + index] = whole(random, 0, 255);
    },
    compared: [s, d].map((from) => ({ from, bytes: 4 * count })),
  };
}

function readByteTrial(seed: number): Trial {
  const random = randomFrom(seed);
  const [width, outputs] = [8 * whole(random, 1, 18), 8 * whole(random, 0, 32)];
  const [s, before, o] = [place(0), place(0) + 4096, place(0) + 8192];
  const [w, Whh, Who, packedWhh, packedWho, text] = [1, 2, 3, 4, 5, 6].map(place) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return {
    calls: [
      { name: 'packPanels', given: [packedWhh, 0, width, Whh, 4 * width, width, width] },
      { name: 'packPanels', given: [packedWho, 0, width, Who, 4 * outputs, width, outputs] },
      { name: 'readByte', given: [s, before, w, text, packedWhh, o, packedWho, width, outputs, SCRATCH] },
    ],
    fill(buffer) {
      fillNumbers(buffer, before, width, random);
      fillNumbers(buffer, w, 256 * width, random);
      fillNumbers(buffer, Whh, width * width, random, 0.5);
      fillNumbers(buffer, Who, width * outputs, random);
      new Uint8Array(buffer)[text] = whole(random, 0, 255);
    },
    compared: [{ from: s, bytes: 8192 + 4 * 256 + 64 }],
  };
}

function sumsTrial(seed: number): Trial {
  const random = randomFrom(seed);
  const [count, blocks] = [4 * whole(random, 1, 300), whole(random, 1, 40)];
  return {
    calls: [
      { name: 'sumsOfSquares', given: [place(1), place(0), count, blocks] },
      { name: 'registerPeak', given: [whole(random, 0, 40)] },
      { name: 'readWords', given: [place(0), 128 * whole(random, 0, 20)] },
    ],
    fill(buffer) {
      fillNumbers(buffer, place(0), count * blocks, random, 2, seed % 4 === 0 ? 0.001 : 0);
    },
    compared: [{ from: place(1), bytes: 8 * blocks + 64 }],
  };
}

function elementsTrial(seed: number): Trial {
  const random = randomFrom(seed);
  const count = 4 * whole(random, 1, 2000);
  const [x, y] = [place(0), place(1)];
  const names = [
    'expInPlace',
    'tanhInPlace',
    'dropFaded',
    'tanhBackwardInPlace',
    'addInPlace',
    'sumOfSquares',
  ] as const;
  const name = names[seed % names.length]!;
  const takesTwo = name === 'tanhBackwardInPlace' || name === 'addInPlace';
  return {
    calls: [{ name, given: takesTwo ? [x, y, count] : [x, count] }],
    fill(buffer) {
      const fillAll = (at: number, scale: number) =>
        seed % 2 === 0 ? fillBits(buffer, at, count, random) : fillNumbers(buffer, at, count, random, scale, 0.02);
      if (name === 'sumOfSquares' && seed % 4 > 0) fillNumbers(buffer, x, count, random);
      else fillAll(x, 40);
      fillAll(y, 4);
    },
    compared: [{ from: x, bytes: 4 * count + 64 }],
  };
}

function softmaxTrial(seed: number): Trial {
  const random = randomFrom(seed);
  const columns = 8 * whole(random, 1, 32);
  const outputs = columns - whole(random, 0, 7);
  const rows = whole(random, 1, 40);
  const [o, y, columnOf, losses] = [place(0), place(1), place(1) + 1024, place(2)];
  const scale = seed % 3 === 0 ? 300 : 20;
  const share = seed % 4 === 0 ? 0.003 : 0;
  const rowsAnd = [o, y, columnOf, losses, rows, outputs, columns];
  const calls: KernelCall[][] = [
    [{ name: 'crossEntropy', given: rowsAnd }],
    [{ name: 'crossEntropyBackward', given: [...rowsAnd, Math.fround(1 / 2048)] }],
    [{ name: 'softmax', given: [place(2), o, whole(random, 1, 30) / 10] }],
  ];
  return {
    calls: calls[seed % 3]!,
    fill(buffer) {
      fillNumbers(buffer, o, Math.max(256, rows * columns), random, scale, share);
      const bytes = new Uint8Array(buffer);
      for (let index = 0; index < 256; index++) bytes[columnOf + index] = index % outputs;
      for (let row = 0; row < rows; row++) bytes[y + row] = whole(random, 0, 255);
    },
    compared: [
      { from: o, bytes: 4 * rows * columns + 64 },
      { from: losses, bytes: Math.max(1024, 8 * rows) },
    ],
  };
}

function rowsTrial(seed: number): Trial {
  const random = randomFrom(seed);
  const width = 8 * whole(random, 1, 20);
  const rows = whole(random, 1, 200);
  const owners = whole(random, 1, 3);
  const together = whole(random, 1, rows);
  const apart = together + whole(random, 0, 1);
  const [into, from, text, moving] = [place(0), place(2), place(4), place(4) + 1024];
  return {
    calls: [
      seed % 2 === 0
        ? { name: 'gatherRows', given: [into, width * 4 + 32, from, text, rows, width] }
        : {
            name: 'scatterAddRows',
            given: [into, from, text, rows, width, moving, whole(random, 0, owners - 1), owners, together, apart],
          },
    ],
    fill(buffer) {
      fillNumbers(buffer, from, 400 * width, random);
      const bytes = new Uint8Array(buffer);
      for (let row = 0; row < 2 * rows; row++) bytes[text + row] = whole(random, 0, 255);
    },
    compared: [
      { from: into, bytes: 256 * width * 4 },
      { from: moving, bytes: 256 },
    ],
  };
}

function updateTrial(seed: number): Trial {
  const random = randomFrom(seed);
  const count = 4 * whole(random, 1, 1500);
  const blocks = [0, 1, 2, 3].map(place);
  const [w, g, m, v] = blocks as [number, number, number, number];
  const limit = seed % 2 === 0 ? Infinity : 0.2;
  const scale = Math.fround(0.3);
  const decay = Math.fround(0.9999);
  const calls: KernelCall[] = [
    { name: 'sgd', given: [w, g, count, scale, limit, 0.01] },
    { name: 'momentum', given: [w, g, m, count, scale, limit, 0.9, 0.01] },
    { name: 'scaledBySquares', given: [w, g, v, count, scale, limit, 0.99, 1 - 0.99, 1e-8, 0.01] },
    { name: 'scaledBySquares', given: [w, g, v, count, scale, limit, 1, 1, 1e-10, 0.01] },
    { name: 'adam', given: [w, g, m, v, count, scale, limit, 0.9, 0.999, 1e-8, 0.002, 0.3, decay] },
  ];
  return {
    calls: [calls[seed % calls.length]!],
    fill(buffer) {
      for (const block of blocks) fillNumbers(buffer, block, count, random, 2, seed % 3 === 0 ? 0.01 : 0);
      const squares = new Float32Array(buffer, v, count);
      for (let index = 0; index < count; index++) squares[index] = Math.abs(squares[index]!);
    },
    compared: blocks.map((from) => ({ from, bytes: 4 * count + 64 })),
  };
}

function regulariseTrial(seed: number): Trial {
  const random = randomFrom(seed);
  const width = 4 * whole(random, 1, 40);
  const rows = whole(random, 1, 60);
  const [c, a] = [place(0), place(1)];
  const threshold = whole(random, 0, 2 ** 24);
  const from = seed % 4 === 0 ? c : a;
  const first = whole(random, 0, 100_000);
  const key = whole(random, 0, 2 ** 32 - 1);
  return {
    calls: [
      seed % 2 === 0
        ? { name: 'dropOut', given: [c, from, first, rows, width, key, threshold, Math.fround(1 + random())] }
        : { name: 'averageInto', given: [c, a, rows * width, Math.fround(random())] },
    ],
    fill(buffer) {
      const share = seed % 3 === 0 ? 0.01 : 0;
      for (const block of [c, a]) fillNumbers(buffer, block, rows * width, random, 2, share);
    },
    compared: [{ from: c, bytes: 4 * rows * width + 64 }],
  };
}

const TRIALS = {
  productTrial,
  recurrenceTrial,
  readByteTrial,
  sumsTrial,
  transposedTrial,
  elementsTrial,
  softmaxTrial,
  rowsTrial,
  updateTrial,
  regulariseTrial,
};

/** `each` of every kind; the same for the same seeds. */
export function* trials(each: number): Generator<{ title: string; trial: Trial }> {
  for (const [kind, create] of Object.entries(TRIALS)) {
    for (let seed = 0; seed < each; seed++) yield { title: `${kind} ${seed}`, trial: create(seed) };
  }
}

/** Does a trial over a memory of its own kernels; returns what the kernels gave back. */
export function doTrial(trial: Trial, kernels: Kernels): number[] {
  const functions = kernels as unknown as Record<string, (...given: number[]) => number | undefined>;
  return trial.calls.map(({ name, given }) => functions[name]!(...given) ?? 0);
}

/** A NaN has many bit patterns, and IEEE 754 leaves open which one an operation gives: all count as the same. */
function withOneNaN(words: Uint32Array): Uint32Array {
  return words.map((word) => ((word & 0x7fffffff) > 0x7f800000 ? 0x7fc00000 : word));
}

/** What a trial left, as words, every NaN the same; afterwards the places are zero again. */
export function takeOutcome({ compared }: Trial, buffer: ArrayBufferLike): Uint32Array[] {
  return compared.map(({ from, bytes }) =>
    withOneNaN(new Uint32Array(buffer.slice(from, from + 4 * Math.ceil(bytes / 4)))),
  );
}
