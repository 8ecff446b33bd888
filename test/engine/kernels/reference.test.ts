import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addGradients, prediction, walkOn, zeroNetwork, type Network } from '../../../src-engine/kernels/reference';
import {
  adam,
  beginLane,
  beginRun,
  clipByNorm,
  differentiateNext,
  differentiateUpdate,
  laneTexts,
  normOf,
  sgd,
  updateRun,
  type RunSettings,
} from '../../../src-engine/kernels/reference-updates';
import { goldenCases, worstShare } from '../../fixtures/golden';
import {
  bytesReached,
  countingBytes,
  exampleBytes,
  exampleNetwork,
  MATRICES,
  networkOf,
  runSettingsOf,
} from './reference-tools';

const TOLERANCE = 1e-9;
const ROUNDING = 1e-12;

describe('the reference', () => {
  test.each(goldenCases())('agrees with the reference values of $name', (golden) => {
    const settings = runSettingsOf(golden);
    let run = beginRun(networkOf(golden.hidden, golden.weights));
    let gradients = zeroNetwork(golden.hidden);
    for (let update = 0; update < golden.updates; update++) {
      const done = updateRun(run, settings);
      expect(worstShare([done.lossNats], [golden.lossNats[update]!])).toBeLessThan(TOLERANCE);
      expect(worstShare([normOf(done.gradients)], [golden.gradientNorm[update]!])).toBeLessThan(TOLERANCE);
      ({ run, gradients } = done);
    }
    const found = golden.optimizer === null ? gradients : run.network;
    for (const name of MATRICES) expect(worstShare(found[name], golden.expected[name])).toBeLessThan(TOLERANCE);
  });
});

describe('an error', () => {
  const network = exampleNetwork(5, 1);
  const walk = walkOn(network, beginLane(5), countingBytes(12));

  test('flows through exactly k applications of Whh', () => {
    for (const truncation of [0, 1, 4, 9]) {
      const gradients = zeroNetwork(5);
      addGradients(gradients, network, walk, { t: 10, target: 200, truncation, share: 1 });
      expect(bytesReached(gradients)).toEqual([...countingBytes(11)].slice(10 - truncation));
    }
  });

  test('stops at the first byte its lane remembers', () => {
    const gradients = zeroNetwork(5);
    addGradients(gradients, network, walk, { t: 3, target: 200, truncation: 50, share: 1 });
    expect(bytesReached(gradients)).toEqual([0, 1, 2, 3]);
  });

  test('reaches a byte the farther back the more often Whh stands between, linearly in each', () => {
    // With Whh scaled by c but the states as stored, the δ that is j levels back is scaled by cʲ.
    const scaled = { ...network, Whh: network.Whh.map((weight) => 3 * weight) };
    const [once, thrice] = [network, scaled].map((each) => {
      const gradients = zeroNetwork(5);
      addGradients(gradients, each, walk, { t: 10, target: 200, truncation: 4, share: 1 });
      return gradients.Wxh;
    });
    for (let back = 0; back <= 4; back++) {
      for (let unit = 0; unit < 5; unit++) {
        const at = (10 - back) * 5 + unit;
        expect(thrice![at]! / once![at]!).toBeCloseTo(3 ** back, 9);
      }
    }
  });
});

describe('a run in sliding', () => {
  const network = exampleNetwork(4, 2);
  const settings: RunSettings = {
    text: countingBytes(31),
    lanes: 1,
    steps: 1,
    backprop: { mode: 'sliding', truncation: 3 },
    optimizer: { name: 'sgd', learningRate: 0.1, clipNorm: 0 },
  };

  test('reaches back over earlier updates, no further than its k bytes', () => {
    let run = beginRun(network);
    for (let update = 0; update < 12; update++) {
      const done = updateRun(run, settings);
      expect(bytesReached(done.gradients)).toEqual([...countingBytes(update + 1)].slice(-4));
      expect(done.remembered[0]!.states).toHaveLength(Math.min(update + 1, 3) + 1);
      expect(done.remembered[0]!.bytes).toHaveLength(Math.min(update + 1, 3));
      ({ run } = done);
    }
  });

  test('remembers the states as the forward pass stored them, whatever the weights have become', () => {
    const first = updateRun(beginRun(network), settings);
    const second = updateRun(first.run, settings);
    expect(first.run.network.Wxh).not.toEqual(network.Wxh);
    expect(second.remembered[0]!.states[1]).toEqual(first.remembered[0]!.states[1]);
  });

  test('looks back no further than a restart', () => {
    let run = beginRun(network);
    for (let update = 0; update < 8; update++) {
      const done = updateRun(run, { ...settings, restarts: (at) => at === 5 });
      if (update >= 5) expect(bytesReached(done.gradients)).toEqual([...countingBytes(update + 1)].slice(5));
      ({ run } = done);
    }
  });

  test('without learning, u updates of one byte have the mean gradient of one update of u bytes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 9 }), fc.nat(99), (steps, k, seed) => {
        const still: RunSettings = {
          ...settings,
          text: exampleBytes(2 * steps + 1, seed),
          backprop: { mode: 'sliding', truncation: k },
          optimizer: { name: 'sgd', learningRate: 0, clipNorm: 0 },
        };
        const together = differentiateNext(updateRun(beginRun(network), { ...still, steps }).run, { ...still, steps });
        let run = beginRun(network);
        const apart: Network[] = [];
        for (let update = 0; update < 2 * steps; update++) {
          const done = updateRun(run, still);
          if (update >= steps) apart.push(done.gradients);
          ({ run } = done);
        }
        for (const name of MATRICES) {
          const gradients = apart.map((each) => each[name]);
          expectMean(together.gradients[name], gradients);
        }
      }),
      { numRuns: 25 },
    );
  });
});

/** sum += share·added */
/** Terms that cancel leave the rounding of the terms, not of their sum: the terms are the measure. */
function expectMean(found: Float64Array, terms: readonly Float64Array[]): void {
  const greatestTerm = terms.reduce(
    (most, term) => term.reduce((sum, value) => Math.max(sum, Math.abs(value)), most),
    0,
  );
  found.forEach((value, index) => {
    const mean = terms.reduce((sum, term) => sum + term[index]! / terms.length, 0);
    if (!(Math.abs(value - mean) <= ROUNDING * greatestTerm)) expect(value, `element ${index}`).toBe(mean);
  });
}

describe('both schedules', () => {
  const small = fc.record({
    hidden: fc.integer({ min: 1, max: 6 }),
    steps: fc.integer({ min: 2, max: 7 }),
    lanes: fc.integer({ min: 2, max: 3 }),
    seed: fc.nat(999),
  });
  const firstUpdate = (settings: Omit<RunSettings, 'optimizer'>, hidden: number, seed: number) =>
    differentiateNext(beginRun(exampleNetwork(hidden, seed)), {
      ...settings,
      optimizer: { name: 'sgd', learningRate: 0, clipNorm: 0 },
    });

  test('are the same in the first update where sliding reaches the first byte (k ≥ T-1)', () => {
    fc.assert(
      fc.property(small, fc.nat(3), ({ hidden, steps, seed }, more) => {
        const one = { text: exampleBytes(steps + 1, seed), lanes: 1, steps };
        const segment = firstUpdate({ ...one, backprop: { mode: 'segment', truncation: steps } }, hidden, seed);
        const sliding = firstUpdate(
          { ...one, backprop: { mode: 'sliding', truncation: steps - 1 + more } },
          hidden,
          seed,
        );
        expect(sliding.lossNats).toBe(segment.lossNats);
        expect(sliding.gradients).toEqual(segment.gradients);
      }),
      { numRuns: 30 },
    );
  });

  test.each(['segment', 'sliding'] as const)(
    'in %s the gradient of several lanes is the mean of each one’s',
    (mode) => {
      fc.assert(
        fc.property(small, ({ hidden, steps, lanes, seed }) => {
          const text = exampleBytes(lanes * steps + 1, seed);
          const backprop = { mode, truncation: mode === 'segment' ? steps : 2 };
          const all = firstUpdate({ text, lanes, steps, backprop }, hidden, seed);
          const alone = laneTexts(text, lanes).map((lane) =>
            firstUpdate({ text: lane, lanes: 1, steps, backprop }, hidden, seed),
          );
          const loss = alone.reduce((sum, { lossNats }) => sum + lossNats / lanes, 0);
          expect(worstShare([all.lossNats], [loss])).toBeLessThan(ROUNDING);
          for (const name of MATRICES) {
            const gradients = alone.map((lane) => lane.gradients[name]);
            expectMean(all.gradients[name], gradients);
          }
        }),
        { numRuns: 30 },
      );
    },
  );

  test.each(['segment', 'sliding'] as const)('in %s every lane restarts after floor(L/T) updates', (mode) => {
    const settings: RunSettings = {
      // L = 11: two updates of five bytes, and one byte that no update reads.
      text: exampleBytes(2 * 11 + 2, 7),
      lanes: 2,
      steps: 5,
      backprop: { mode, truncation: mode === 'segment' ? 5 : 3 },
      optimizer: { name: 'sgd', learningRate: 0, clipNorm: 0 },
    };
    let run = beginRun(exampleNetwork(4, 7));
    const measured = Array.from({ length: 4 }, () => {
      const done = updateRun(run, settings);
      ({ run } = done);
      return done;
    });
    expect(measured[2]!.lossNats).toBe(measured[0]!.lossNats);
    expect(measured[2]!.gradients).toEqual(measured[0]!.gradients);
    expect(measured[3]!.gradients).toEqual(measured[1]!.gradients);
    expect(measured[1]!.lossNats).not.toBe(measured[0]!.lossNats);
  });

  test('lane b reads text[b·L … (b+1)·L]', () => {
    expect(laneTexts(countingBytes(12), 3).map((bytes) => [...bytes])).toEqual([
      [0, 1, 2, 3],
      [3, 4, 5, 6],
      [6, 7, 8, 9],
    ]);
  });
});

describe('the output', () => {
  test('probabilities sum to 1 and stay finite for outputs of any size', () => {
    const network = exampleNetwork(3, 4);
    const loud = { ...network, Who: network.Who.map((weight) => 2000 * weight) };
    const p = prediction(loud, Float64Array.of(0.9, -0.9, 0.5));
    expect(p.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
  });

  test('errors of one prediction sum to 0 over the 256 values', () => {
    const { gradients } = differentiateUpdate(exampleNetwork(3, 5), [beginLane(3)], [exampleBytes(6, 5)], {
      mode: 'segment',
      truncation: 5,
    });
    for (let unit = 0; unit < 3; unit++) {
      const row = gradients.Who.subarray(unit * 256, (unit + 1) * 256);
      expect(Math.abs(row.reduce((sum, value) => sum + value, 0))).toBeLessThan(1e-12);
    }
  });
});

describe('the optimisers', () => {
  const network = exampleNetwork(2, 8);
  const gradients = exampleNetwork(2, 9);

  test('clipping leaves a small gradient alone and brings a large one to the norm, in its direction', () => {
    const norm = normOf(gradients);
    expect(clipByNorm(gradients, 0)).toBe(gradients);
    expect(clipByNorm(gradients, 2 * norm)).toEqual(gradients);
    const clipped = clipByNorm(gradients, 1);
    expect(normOf(clipped)).toBeCloseTo(1, 12);
    expect(clipped.Wxh[0]! / clipped.Who[5]!).toBeCloseTo(gradients.Wxh[0]! / gradients.Who[5]!, 9);
  });

  test('what Adam remembers is of the clipped gradient', () => {
    const { run, gradients: whole } = updateRun(beginRun(network), {
      text: exampleBytes(9, 1),
      lanes: 1,
      steps: 8,
      backprop: { mode: 'segment', truncation: 8 },
      optimizer: { name: 'adam', learningRate: 0.01, clipNorm: 0.1 },
    });
    const norm = normOf(whole);
    expect(norm).toBeGreaterThan(0.2);
    expect(normOf(run.moments.m)).toBeCloseTo(0.1 * 0.1, 12);
  });

  test('SGD goes against the gradient by the learning rate', () => {
    expect(sgd(network, gradients, 0.25).Whh[1]).toBe(network.Whh[1]! - 0.25 * gradients.Whh[1]!);
  });

  test('Adam’s first two updates by the same gradient move each weight by lr·g/(|g| + ε)', () => {
    const zero = { m: zeroNetwork(2), v: zeroNetwork(2) };
    const first = adam(network, gradients, zero, { learningRate: 0.01, t: 1 });
    const second = adam(first.network, gradients, first.moments, { learningRate: 0.01, t: 2 });
    gradients.Whh.forEach((g, index) => {
      const move = (0.01 * g) / (Math.abs(g) + 1e-8);
      expect(network.Whh[index]! - first.network.Whh[index]!).toBeCloseTo(move, 12);
      expect(first.network.Whh[index]! - second.network.Whh[index]!).toBeCloseTo(move, 12);
    });
  });
});
