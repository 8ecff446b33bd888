// Gives a slider the values it can rest on: round ones, each of them distinct, so that a key press always moves it.
import type { NumberSetting } from '../../src-engine/settings/setting';

const LINEAR_STOPS = 100;
const STOPS_PER_OCTAVE = 8;
const MANTISSAS = [1, 1.5, 2, 3, 5, 7];
/** Where a logarithmic range reaches 0, its slider goes from 0 straight to this. */
const LEAST_ABOVE_ZERO = 1e-3;

function linearStops({ least, most, whole }: NumberSetting): number[] {
  const count = whole ? Math.min(LINEAR_STOPS, most - least) : LINEAR_STOPS;
  return Array.from({ length: count + 1 }, (_, index) => {
    const value = least + ((most - least) * index) / count;
    return whole ? Math.round(value) : Number(value.toPrecision(6));
  });
}

/** 1, 2 … 16, 18 … 32, 36 …: eight to the octave, so that 64, 128 and 256 are among them. */
function wholeLogarithmicStops(least: number, most: number): number[] {
  const stops: number[] = [];
  for (let value = least; value <= most;) {
    stops.push(value);
    const octave = 2 ** Math.floor(Math.log2(Math.max(1, value)));
    value += Math.max(1, octave / STOPS_PER_OCTAVE);
  }
  return stops;
}

function realLogarithmicStops(least: number, most: number): number[] {
  const stops: number[] = [];
  for (let power = Math.floor(Math.log10(least)); power <= Math.log10(most); power++) {
    for (const mantissa of MANTISSAS) stops.push(Number(`${mantissa}e${power}`));
  }
  return stops.filter((stop) => stop >= least && stop <= most);
}

export function sliderStops(setting: NumberSetting): number[] {
  if (setting.scale === 'linear') return linearStops(setting);
  if (setting.whole) return wholeLogarithmicStops(setting.least, setting.most);
  const stops = realLogarithmicStops(
    Math.max(setting.least, LEAST_ABOVE_ZERO * Number(setting.least === 0)),
    setting.most,
  );
  return setting.least === 0 ? [0, ...stops] : stops;
}

/** Index of the stop nearest to a value. */
export function nearestStop(stops: number[], value: number): number {
  let nearest = 0;
  stops.forEach((stop, index) => {
    if (Math.abs(stop - value) < Math.abs((stops[nearest] ?? Infinity) - value)) nearest = index;
  });
  return nearest;
}
