import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultSettings, type Optimizer } from '../../../src-engine/hyperparameters';
import { memoryLayoutOf, memoryFor } from '../../../src-engine/model/layout';
import { shapeOf } from '../../../src-engine/model/shape';
import { workspaceOver } from '../../../src-engine/model/workspace';
import { MOMENTS_OF } from '../../../src-engine/model/moments';
import { applyUpdate } from '../../../src-engine/optimiser/apply-update';
import { stepNumbers } from '../../../src-engine/optimiser/schedule';
import { kernelsOver } from '../one-thread';

interface State {
  w: number;
  first: number;
  second: number;
}

/** One step of one weight as PyTorch's documentation writes it, in float64. */
const RULES: Record<Optimizer, (state: State, g: number, rate: number, t: number) => void> = {
  sgd: (s, g, rate) => {
    s.w -= rate * g;
  },
  momentum: (s, g, rate) => {
    s.first = 0.9 * s.first + g;
    s.w -= rate * (g + 0.9 * s.first);
  },
  rmsprop: (s, g, rate) => {
    s.second = 0.99 * s.second + 0.01 * g * g;
    s.w -= (rate * g) / (Math.sqrt(s.second) + 1e-8);
  },
  adagrad: (s, g, rate) => {
    s.second += g * g;
    s.w -= (rate * g) / (Math.sqrt(s.second) + 1e-10);
  },
  adam: (s, g, rate, t) => {
    s.first = 0.9 * s.first + 0.1 * g;
    s.second = 0.999 * s.second + 0.001 * g * g;
    const corrected = s.first / (1 - 0.9 ** t);
    s.w -= (rate * corrected) / (Math.sqrt(s.second / (1 - 0.999 ** t)) + 1e-8);
  },
  adamw: (s, g, rate, t) => {
    s.w *= 1 - rate * 0.01;
    RULES.adam(s, g, rate, t);
  },
};

const shape = shapeOf({ ...defaultSettings(), hiddenSize: 8, lanes: 1, truncation: 1 });
const layout = memoryLayoutOf(shape, 1);
/** Gradients as small as 1e-4 and as large as 3; none so small that ε decides. */
const gradient = fc
  .tuple(fc.double({ min: 1e-4, max: 3, noNaN: true }), fc.boolean())
  .map(([size, negative]) => Math.fround(negative ? -size : size));

describe.each(Object.keys(RULES) as Optimizer[])('%s', (optimizer) => {
  const memory = memoryFor(layout, shape);
  const work = workspaceOver(kernelsOver(memory, 'strict'), memory, { shape, layout, thread: 0, threads: 1 });
  const f32 = new Float32Array(work.buffer);
  /** One weight of each matrix: the first, one in the middle, the last. */
  const places = [0, 256 * 8 + 9, layout.parameters - 1];

  function takeSteps(given: number[], rate: number, clip: { scale: number; limit: number }): void {
    for (const block of [layout.weights, layout.gradients, layout.firstMoments, layout.secondMoments]) {
      f32.fill(0, block.Wxh / 4, block.Wxh / 4 + layout.parameters);
    }
    work.u8[layout.moving] = 1;
    const state: State = { w: 0.5, first: 0, second: 0 };
    for (const place of places) f32[layout.weights.Wxh / 4 + place] = 0.5;
    for (const [index, g] of given.entries()) {
      for (const place of places) f32[layout.gradients.Wxh / 4 + place] = g;
      applyUpdate(work, {
        optimizer,
        ...clip,
        ...stepNumbers(optimizer, rate, index + 1, 0.01),
        dropsFaded: index % 2 === 1,
        averageShare: 1,
      });
      RULES[optimizer](state, Math.max(-clip.limit, Math.min(clip.limit, g * clip.scale)), rate, index + 1);
      for (const place of places) {
        expect(Math.abs(f32[layout.weights.Wxh / 4 + place]! - state.w)).toBeLessThan(2e-5);
      }
    }
  }

  test('takes the steps that PyTorch defines', () => {
    const run = (given: number[]) => takeSteps(given, 0.01, { scale: 1, limit: Infinity });
    fc.assert(fc.property(fc.array(gradient, { minLength: 1, maxLength: 12 }), run));
  });

  test('takes the gradient scaled by clipping and held by element', () => {
    const run = (given: number[]) => takeSteps(given, 0.01, { scale: 0.5, limit: 0.25 });
    fc.assert(fc.property(fc.array(gradient, { minLength: 1, maxLength: 12 }), run));
  });

  test('zeroes moments that have faded below 2⁻¹⁰⁰ when asked to, and no others', () => {
    const blocks = MOMENTS_OF[optimizer].map((name) => layout[name].Whh / 4);
    const fadedAndNot = [2 ** -101, -(2 ** -101), 2 ** -99];
    f32.fill(0, layout.gradients.Wxh / 4, layout.gradients.Wxh / 4 + layout.parameters);
    const moments = (dropsFaded: boolean) => {
      for (const block of blocks) f32.set(fadedAndNot, block);
      applyUpdate(work, {
        optimizer,
        scale: 1,
        limit: Infinity,
        ...stepNumbers(optimizer, 0.01, 1, 0.01),
        dropsFaded,
        averageShare: 1,
      });
      return blocks.map((block) => [...f32.subarray(block, block + 3)].map((value) => value !== 0));
    };
    expect(moments(false).flat()).not.toContain(false);
    expect(moments(true)).toEqual(blocks.map(() => [false, false, true]));
  });
});
