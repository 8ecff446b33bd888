// Tests the search for a learning rate: its suggestion on curves of known shape, and the test itself on a real network.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RangePoint } from '../../../src-engine/protocol/messages';
import { RANGE_POINTS, rateAt, suggestRate } from '../../../src-engine/tuning/range-suggestion';
import { runRangeTest } from '../../../src-engine/tuning/range-test';
import { FILES, exampleText, smallSettings, temporaryFolder } from '../built-engine';

/** Flat, a fall around `fall`, a rise from `rise` on: both as indices. */
function curve(fall: number, rise: number): RangePoint[] {
  return Array.from({ length: RANGE_POINTS }, (_, index) => ({
    learningRate: rateAt(index),
    lossNats: 5.5 - 2.5 / (1 + Math.exp((fall - index) / 5)) + Math.max(0, index - rise) * 0.05,
  }));
}

test('the suggested rate lies between the steepest fall and the turn, wherever they are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 150 }), fc.integer({ min: 60, max: 110 }), (fall, further) => {
      const rate = suggestRate(curve(fall, fall + further));
      expect(rate).toBeGreaterThan(rateAt(fall));
      expect(rate).toBeLessThan(rateAt(fall + further));
    }),
  );
});

test('the suggestion moves with the curve', () => {
  const [near, far] = [suggestRate(curve(60, 140))!, suggestRate(curve(110, 190))!];
  expect(Math.log(far / near)).toBeCloseTo(Math.log(rateAt(110) / rateAt(60)), 0);
});

test('a loss that never falls suggests nothing', () => {
  expect(suggestRate(curve(1e6, 0))).toBeNull();
  expect(suggestRate([])).toBeNull();
});

async function textFile(): Promise<string> {
  const path = join(await temporaryFolder(), 'text.txt');
  await writeFile(path, exampleText(20_000));
  return path;
}

test('a real network learns at the suggested rate and runs away far above it', async () => {
  const paths = [await textFile()];
  const settings = smallSettings({ optimizer: 'adam' });
  const threadOptions = { threads: 1, priority: 'normal' } as const;
  const points = await runRangeTest({
    files: FILES,
    paths,
    settings,
    threadOptions,
    stop: () => false,
    onPoint: () => undefined,
  });
  const rate = suggestRate(points)!;
  expect(rate).toBeGreaterThan(1e-4);
  expect(rate).toBeLessThan(0.2);
  const least = Math.min(...points.map(({ lossNats }) => lossNats));
  expect(least).toBeLessThan(points[0]!.lossNats - 1);
});

test('it ends when it is stopped', async () => {
  const paths = [await textFile()];
  const points: RangePoint[] = [];
  const threadOptions = { threads: 1, priority: 'normal' } as const;
  const ended = await runRangeTest({
    files: FILES,
    paths,
    settings: smallSettings(),
    threadOptions,
    stop: () => points.length === 5,
    onPoint: (point) => points.push(point),
  });
  expect(ended).toEqual(points);
  expect(points.length).toBe(5);
});
