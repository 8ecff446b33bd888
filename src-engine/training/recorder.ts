// Turns the updates' losses and norms into the points that are kept: each one while they are few, then about 20 a second.
import type { MetricPoint } from '../protocol/messages';

const POINTS_PER_SECOND = 20;
/** This many are kept one by one before the rate is limited: the beginning of learning is its steepest part. */
const BURST_POINTS = 100;

export interface UpdateResult {
  update: number;
  lossNats: number;
  gradientNorm: number;
  learningRate: number;
}

export interface Recorder {
  /** A point when one is due; null when the update only goes into the next one. */
  record(result: UpdateResult, bytes: number, elapsedMs: number): MetricPoint | null;
  /** A point of the updates since the last one, so that the curve ends where training does; null where there are none. */
  rest(): MetricPoint | null;
}

interface Since {
  count: number;
  loss: number;
  norm: number;
  least: number;
  greatest: number;
  /** The newest of them. */
  end: { result: UpdateResult; bytes: number; elapsedMs: number } | null;
}

const NOTHING: Since = { count: 0, loss: 0, norm: 0, least: Infinity, greatest: -Infinity, end: null };

/** `startMs` and `startBytes`: where the run stands, so that the first point's speed is right. */
export function createRecorder(startBytes: number, startMs: number): Recorder {
  let allowance = BURST_POINTS;
  let allowedAtMs = startMs;
  let last = { bytes: startBytes, elapsedMs: startMs };
  let sums = NOTHING;
  let bytesPerSecond = 0;

  const rest = (): MetricPoint | null => {
    const { count, loss, norm, least, greatest, end } = sums;
    if (!end) return null;
    sums = NOTHING;
    const { result, bytes, elapsedMs } = end;
    if (elapsedMs > last.elapsedMs) {
      bytesPerSecond = ((bytes - last.bytes) * 1000) / (elapsedMs - last.elapsedMs);
      last = { bytes, elapsedMs };
    }
    return {
      update: result.update,
      bytes,
      elapsedMs,
      lossNats: loss / count,
      leastLossNats: least,
      greatestLossNats: greatest,
      gradientNorm: norm / count,
      learningRate: result.learningRate,
      bytesPerSecond,
    };
  };
  return {
    rest,
    record(result, bytes, elapsedMs) {
      const { lossNats, gradientNorm } = result;
      sums = {
        count: sums.count + 1,
        loss: sums.loss + lossNats,
        norm: sums.norm + gradientNorm,
        least: Math.min(sums.least, lossNats),
        greatest: Math.max(sums.greatest, lossNats),
        end: { result, bytes, elapsedMs },
      };
      allowance = Math.min(BURST_POINTS, allowance + ((elapsedMs - allowedAtMs) * POINTS_PER_SECOND) / 1000);
      allowedAtMs = elapsedMs;
      if (allowance < 1) return null;
      allowance -= 1;
      return rest();
    },
  };
}
