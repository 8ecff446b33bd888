// Which updates become points: all at first, then as many as a chart needs, and always the last.
import { expect, test } from 'vitest';
import { createRecorder } from '../../../src-engine/training/recorder';

const result = (update: number) => ({ update, lossNats: update, gradientNorm: 1, learningRate: 0.01 });

test('however fast the updates come, the points stand for each of them once, and the last point for the last', () => {
  const recorder = createRecorder(0, 0);
  const points = Array.from({ length: 1000 }, (_, index) =>
    recorder.record(result(index + 1), 10 * (index + 1), (index + 1) / 10),
  );
  const told = points.flatMap((point) => point ?? []);
  expect(told.length).toBeLessThan(110);
  const last = recorder.rest()!;
  expect(last).toMatchObject({ update: 1000, bytes: 10_000, elapsedMs: 100, greatestLossNats: 1000 });
  const before = told.at(-1)!.update;
  expect(last.lossNats).toBeCloseTo((before + 1 + 1000) / 2, 9);
  expect(last.bytesPerSecond).toBeCloseTo(100_000, 6);
  expect(recorder.rest()).toBeNull();
});
