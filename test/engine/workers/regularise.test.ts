// Dropout against float64: the same units left out, the same gradients; and the average of the weights that is kept beside them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dropoutDraw, dropoutMask } from '../../../src-engine/kernels/reference-dropout';
import { beginLane, differentiateUpdate, laneTexts } from '../../../src-engine/kernels/reference-updates';
import { dropoutKey } from '../../../src-engine/model/random';
import { readMatrices, type Weights } from '../../../src-engine/model/weights';
import { worstShare } from '../../fixtures/golden';
import { smallSettings } from '../built-engine';
import { exampleBytes, exampleNetwork, MATRICES, networkOf } from '../kernels/reference-tools';
import { kernelsOver, oneThread } from '../one-thread';

const HIDDEN = 11;
const SEED = 5;

function weights(): Weights {
  const { Wxh, Whh, Who } = exampleNetwork(HIDDEN, 3);
  const f32 = (values: Float64Array) => Float32Array.from(values, (value) => value / 2);
  return { hiddenSize: HIDDEN, alphabet: null, Wxh: f32(Wxh), Whh: f32(Whh), Who: f32(Who) };
}

const settingsWith = (chosen: Parameters<typeof smallSettings>[0]) =>
  smallSettings({
    hiddenSize: HIDDEN,
    lanes: 3,
    truncation: 4,
    restartShare: 0,
    validationShare: 0,
    seed: SEED,
    ...chosen,
  });

describe('the kernels’ dropout', () => {
  test.each(['fast', 'strict'] as const)('leaves out the units that the definition says: %s', (variant) => {
    const memory = new WebAssembly.Memory({ initial: 4, maximum: 4, shared: true });
    const kernels = kernelsOver(memory, variant);
    const [from, into] = [1024, 65_536];
    const run = (key: number, first: number, rows: number, quarter: number, threshold: number) => {
      const width = 4 * quarter;
      const count = rows * width;
      new Float32Array(memory.buffer, from, count).fill(0.75);
      const drop = kernels.dropOut as (...given: number[]) => void;
      drop(into, from, first, rows, width, key, threshold, 2);
      const expected = Array.from({ length: count }, (_, at) =>
        dropoutDraw(key, first + Math.floor(at / width), at % width) < threshold ? 0 : 1.5,
      );
      expect([...new Float32Array(memory.buffer, into, count)]).toEqual(expected);
    };
    const key = fc.integer({ min: 0, max: 2 ** 32 - 1 });
    const small = (max: number) => fc.integer({ min: 1, max });
    const threshold = fc.integer({ min: 0, max: 2 ** 24 });
    fc.assert(fc.property(key, fc.nat(1_000_000), small(5), small(12), threshold, run));
  });

  test('leaves out the wanted share, and other units in each update, row and seed', () => {
    const draws = (seed: number, update: number, row: number) =>
      Array.from({ length: 1000 }, (_, unit) => dropoutDraw(dropoutKey(seed, update), row, unit) < 0.3 * 2 ** 24);
    const share = (all: boolean[]) => all.filter(Boolean).length / all.length;
    const many = Array.from({ length: 100 }, (_, row) => draws(1, 7, row)).flat();
    // Five standard deviations of 100,000 draws.
    expect(Math.abs(share(many) - 0.3)).toBeLessThan(5 * Math.sqrt((0.3 * 0.7) / many.length));
    const first = draws(1, 7, 0);
    for (const other of [draws(2, 7, 0), draws(1, 8, 0), draws(1, 7, 1)]) {
      const alike = share(first.map((left, unit) => left === other[unit]));
      expect(Math.abs(alike - 0.58)).toBeLessThan(0.08);
    }
  });
});

describe.each([
  ['segment', {}],
  ['sliding', { backprop: 'sliding', truncation: 3, steps: 4 }],
] as const)('a gradient under dropout in %s', (mode, chosen) => {
  test('is that of the equations with the same units left out', () => {
    // More rows than go through the output layer at once.
    const settings = settingsWith({ ...chosen, dropout: 0.4, lanes: 30 });
    const text = exampleBytes(200, 2);
    const run = oneThread(settings, text, weights(), 'strict');
    const { lossNats } = run.update(true);
    const { buffer, layout, shape } = run.work;
    const found = readMatrices(buffer, layout.gradients, shape);
    const feeds = laneTexts(text, shape.lanes).map((lane) => lane.subarray(0, shape.steps + 1));
    const remembered = feeds.map(() => beginLane(HIDDEN));
    const key = dropoutKey(SEED, 0);
    const expected = differentiateUpdate(
      networkOf(HIDDEN, weights()),
      remembered,
      feeds,
      { mode, truncation: settings.truncation },
      (step, lane) => dropoutMask(key, step * shape.lanes + lane, HIDDEN, 0.4),
    );
    expect(Math.abs(lossNats - expected.lossNats)).toBeLessThan(1e-5);
    for (const name of MATRICES) expect(worstShare(found[name], expected.gradients[name])).toBeLessThan(1e-5);
  });

  test('differs from the one without', () => {
    const norms = [0, 0.4].map((dropout) => {
      const run = oneThread(settingsWith({ ...chosen, dropout }), exampleBytes(40, 2), weights(), 'strict');
      return run.update(true).gradientNorm;
    });
    expect(norms[0]).not.toBe(norms[1]);
  });
});

describe('the average of the weights', () => {
  const rows = (block: 'weights' | 'model', run: ReturnType<typeof oneThread>) => {
    const { buffer, layout, shape } = run.work;
    return MATRICES.flatMap((name) => [...readMatrices(buffer, layout[block], shape)[name]]);
  };

  test('is the plain average at first, then moves by one part in as many as are averaged', () => {
    const run = oneThread(settingsWith({ averaging: 4 }), exampleBytes(200, 2), weights(), 'strict');
    let average = rows('weights', run);
    for (let update = 1; update <= 9; update++) {
      run.update();
      const now = rows('weights', run);
      average = average.map((value, index) => value + (now[index]! - value) / Math.min(4, update));
      expect(worstShare(rows('model', run), average)).toBeLessThan(1e-5);
    }
    expect(rows('model', run)).not.toEqual(rows('weights', run));
  });

  test('changes nothing of the weights that are trained', () => {
    const trained = [0, 4].map((averaging) => {
      const run = oneThread(settingsWith({ averaging }), exampleBytes(200, 2), weights(), 'strict');
      for (let update = 0; update < 5; update++) run.update();
      return rows('weights', run);
    });
    expect(trained[0]).toEqual(trained[1]);
  });

  test('is the model itself where no average is kept', () => {
    const run = oneThread(settingsWith({}), exampleBytes(200, 2), weights(), 'strict');
    expect(run.work.layout.model).toEqual(run.work.layout.weights);
  });
});
