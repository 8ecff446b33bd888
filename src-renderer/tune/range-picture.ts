// Lays out the picture of a range test: the loss against the learning rate, which rises by factors from left to right.
import type { RangePoint } from '../../src-engine/protocol/messages';
import { fromNats } from '../numbers/loss-unit';

/** Of an exponential mean: how much of a point is the points before it. */
const SMOOTHING = 0.9;
/** How far above the least loss the picture reaches; a diverging loss leaves it at the top. */
const SHOWN_BITS = 7;

export interface PlotArea {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Tick {
  at: number;
  value: number;
}

export interface RangePicture {
  rawPath: string;
  smoothPath: string;
  /** Powers of ten. */
  rates: Tick[];
  /** Bits/byte. */
  losses: Tick[];
  /** Where a rate stands, from the left. */
  placeOf(rate: number): number;
}

/** Corrected for its beginning. */
function smoothed(values: number[]): number[] {
  let sum = 0;
  let weight = 0;
  return values.map((value) => {
    sum = SMOOTHING * sum + (1 - SMOOTHING) * value;
    weight = SMOOTHING * weight + (1 - SMOOTHING);
    return sum / weight;
  });
}

const whole = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, Math.floor(to) - Math.ceil(from) + 1) }, (_, index) => Math.ceil(from) + index);

/** `least` and `greatest` are the rates at the edges. */
export function rangePicture(points: RangePoint[], area: PlotArea, least = 1e-5, greatest = 10): RangePicture {
  const { left, top, width, height } = area;
  const bits = points.map(({ lossNats }) => fromNats(lossNats, 'bits'));
  const low = bits.length > 0 ? Math.floor(Math.min(...bits)) : 0;
  const high = low + SHOWN_BITS;
  const [from, to] = [Math.log10(least), Math.log10(greatest)];
  const placeOf = (rate: number): number => left + ((Math.log10(rate) - from) / (to - from)) * width;
  const heightOf = (loss: number): number => top + (1 - (Math.min(loss, high) - low) / (high - low)) * height;
  const path = (values: number[]): string =>
    values
      .map(
        (value, index) => `${placeOf(points[index]?.learningRate ?? least).toFixed(1)} ${heightOf(value).toFixed(1)}`,
      )
      .map((place, index) => `${index === 0 ? 'M' : 'L'}${place}`)
      .join(' ');
  return {
    rawPath: path(bits),
    smoothPath: path(smoothed(bits)),
    rates: whole(from, to).map((power) => ({ at: placeOf(10 ** power), value: 10 ** power })),
    losses: whole(low, high).map((value) => ({ at: heightOf(value), value })),
    placeOf,
  };
}
