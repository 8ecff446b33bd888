import { open, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { MetricPoint } from '../../../src-engine/protocol/messages';
import { cutMetricsPast } from '../../../src-engine/run-files/curve-index';
import { readCurve, thinValidations } from '../../../src-engine/run-files/read-curve';
import { runFolder } from '../../../src-engine/run-files/run-folder';
import { temporaryFolder } from '../built-engine';

const LINES = 40_000;

/** Every third update recorded, the loss falling with a jump now and then. */
function pointAt(index: number): MetricPoint {
  const update = 3 * (index + 1);
  const lossNats = 1 + 4 / (1 + index / 500) + (index % 997 === 0 ? 2 : 0);
  return {
    update,
    bytes: 2048 * update,
    elapsedMs: 50.25 * index,
    lossNats,
    leastLossNats: lossNats - 0.1,
    greatestLossNats: lossNats + 0.1,
    gradientNorm: 1 + (index % 7),
    learningRate: 0.003,
    bytesPerSecond: 100_000 + index,
  };
}

const lineOf = (point: object) => `${JSON.stringify(point)}\n`;
const ALL = Array.from({ length: LINES }, (_, index) => pointAt(index));
const total = (points: MetricPoint[], pick: (point: MetricPoint) => number) =>
  points.reduce((sum, point) => sum + pick(point), 0);

async function runWithLog(points: MetricPoint[] = ALL) {
  const folder = runFolder(await temporaryFolder());
  await writeFile(folder.metricsPath, points.map(lineOf).join(''));
  return { folder, index: join(folder.path, 'metrics.index') };
}

test('a long curve comes as at most 2,000 points that keep its ends, its mean and its extremes', async () => {
  const { folder } = await runWithLog();
  const { metrics, recordsPerPoint } = await readCurve(folder);
  expect(metrics.length).toBeLessThanOrEqual(2000);
  expect(metrics.length * recordsPerPoint).toBeGreaterThanOrEqual(LINES);
  expect(metrics.at(-1)).toMatchObject({ update: 3 * LINES, elapsedMs: ALL.at(-1)!.elapsedMs });
  expect(Math.max(...metrics.map((point) => point.greatestLossNats))).toBe(
    Math.max(...ALL.map((point) => point.greatestLossNats)),
  );
  const whole = metrics.slice(0, -1);
  const stoodFor = ALL.slice(0, whole.length * recordsPerPoint);
  const mean = total(whole, (point) => point.lossNats) / whole.length;
  expect(mean).toBeCloseTo(total(stoodFor, (point) => point.lossNats) / stoodFor.length, 9);
});

test('what is read by the index is what is read without it, when it was lost or damaged too', async () => {
  const { folder, index } = await runWithLog();
  const first = await readCurve(folder);
  expect((await stat(index)).size).toBeGreaterThan(0);
  expect(await readCurve(folder)).toEqual(first);
  const bytes = await readFile(index);
  await writeFile(index, bytes.subarray(0, bytes.length - 37));
  expect(await readCurve(folder)).toEqual(first);
  bytes.writeDoubleLE(1234.5, bytes.length - 40);
  await writeFile(index, bytes);
  expect(await readCurve(folder)).toEqual(first);
  await writeFile(index, 'nothing of the kind');
  expect(await readCurve(folder)).toEqual(first);
  await rm(index);
  expect(await readCurve(folder)).toEqual(first);
});

test('a short stretch comes line by line, with a neighbour on each side', async () => {
  const { folder } = await runWithLog();
  await readCurve(folder);
  const { metrics, recordsPerPoint } = await readCurve(folder, { fromUpdate: 30_000, toUpdate: 33_000 });
  expect(recordsPerPoint).toBe(1);
  const wanted = ALL.filter(({ update }) => update >= 30_000 && update <= 33_000);
  expect(metrics).toEqual(expect.arrayContaining(wanted));
  expect(metrics[0]!.update).toBeLessThan(30_000);
  expect(metrics.at(-1)!.update).toBeGreaterThan(33_000);
});

test('what was appended after the index was made is read too, a torn last line is not', async () => {
  const { folder } = await runWithLog(ALL.slice(0, 20_000));
  await readCurve(folder);
  const log = await open(folder.metricsPath, 'a');
  await log.appendFile(ALL.slice(20_000, 20_100).map(lineOf).join('') + '{"update":60303,"by');
  await log.close();
  const { metrics } = await readCurve(folder, { fromUpdate: 60_000, toUpdate: null });
  expect(metrics.at(-1)).toEqual(ALL[20_099]);
});

test('cutting leaves exactly the lines up to the update, and the curve ends there', async () => {
  const { folder } = await runWithLog();
  await readCurve(folder);
  await cutMetricsPast(folder, 75_001);
  const kept = ALL.filter(({ update }) => update <= 75_001);
  expect(await readFile(folder.metricsPath, 'utf8')).toBe(kept.map(lineOf).join(''));
  expect((await readCurve(folder)).metrics.at(-1)!.update).toBe(kept.at(-1)!.update);
});

test('an index from before the log was cut and continued differently is not believed', async () => {
  const { folder } = await runWithLog();
  await readCurve(folder);
  await truncate(folder.metricsPath, 0);
  const other = ALL.map((point) => ({ ...point, elapsedMs: point.elapsedMs + 1, lossNats: 2 * point.lossNats }));
  await writeFile(folder.metricsPath, other.map(lineOf).join(''));
  const { metrics } = await readCurve(folder);
  expect(metrics[0]!.lossNats).toBeGreaterThan(8);
});

test('a run without a log has an empty curve', async () => {
  expect((await readCurve(runFolder(await temporaryFolder()))).metrics).toEqual([]);
});

test('thinned validations keep the best and the newest', () => {
  const points = Array.from({ length: 10_000 }, (_, index) => ({
    update: index,
    bytes: index,
    elapsedMs: index,
    bitsPerByte: index === 7777 ? 1 : 3,
  }));
  const thinned = thinValidations(points, 1000);
  expect(thinned.length).toBeLessThanOrEqual(1000);
  expect(thinned).toContain(points[7777]);
  expect(thinned).toContain(points[9999]);
});
