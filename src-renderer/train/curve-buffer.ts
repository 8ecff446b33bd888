// Keeps a run's curve drawable: however long it trains, at most MOST_POINTS points that each represent equally many.
import type { MetricPoint } from '../../src-engine/protocol/messages';

export const MOST_POINTS = 2000;

interface Bucket {
  point: MetricPoint;
  count: number;
}

const weighted = (a: number, aCount: number, b: number, bCount: number): number =>
  (a * aCount + b * bCount) / (aCount + bCount);

/** Stands where b stands; means are weighted, extremes kept. */
function merge(a: Bucket, b: Bucket): Bucket {
  const mean = (name: 'lossNats' | 'gradientNorm' | 'learningRate' | 'bytesPerSecond'): number =>
    weighted(a.point[name], a.count, b.point[name], b.count);
  return {
    count: a.count + b.count,
    point: {
      update: b.point.update,
      bytes: b.point.bytes,
      elapsedMs: b.point.elapsedMs,
      lossNats: mean('lossNats'),
      leastLossNats: Math.min(a.point.leastLossNats, b.point.leastLossNats),
      greatestLossNats: Math.max(a.point.greatestLossNats, b.point.greatestLossNats),
      gradientNorm: mean('gradientNorm'),
      learningRate: mean('learningRate'),
      bytesPerSecond: mean('bytesPerSecond'),
    },
  };
}

export class CurveBuffer {
  #buckets: Bucket[];
  /** How many recorded points one bucket takes. */
  #perBucket: number;

  /** Starts with points that each represent this many recorded ones. */
  constructor(begun: MetricPoint[] = [], perPoint = 1) {
    this.#buckets = begun.map((point) => ({ point, count: perPoint }));
    this.#perBucket = perPoint;
  }

  get recordsPerPoint(): number {
    return this.#perBucket;
  }

  get length(): number {
    return this.#buckets.length;
  }

  points(): MetricPoint[] {
    return this.#buckets.map((bucket) => bucket.point);
  }

  /** A point at or before the last one's update means that the run went back to a checkpoint: the curve is cut there. */
  append(point: MetricPoint): void {
    this.#cutFrom(point.update);
    const last = this.#buckets.at(-1);
    const arrived = { point, count: 1 };
    if (last && last.count < this.#perBucket) this.#buckets[this.#buckets.length - 1] = merge(last, arrived);
    else this.#buckets.push(arrived);
    if (this.#buckets.length > MOST_POINTS) this.#halve();
  }

  #cutFrom(update: number): void {
    while ((this.#buckets.at(-1)?.point.update ?? -1) >= update) this.#buckets.pop();
  }

  #halve(): void {
    const halved: Bucket[] = [];
    for (let index = 0; index < this.#buckets.length; index += 2) {
      const [first, second] = this.#buckets.slice(index, index + 2);
      if (first) halved.push(second ? merge(first, second) : first);
    }
    this.#buckets = halved;
    this.#perBucket *= 2;
  }
}
