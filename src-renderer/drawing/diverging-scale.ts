// Colours for numbers around 0: one colour below, another above, equally strong, told apart by every kind of colour vision.

export interface DivergingColours {
  /** As #rrggbb: of -1, of 0 and of 1. */
  low: string;
  middle: string;
  high: string;
}

type Lab = [lightness: number, a: number, b: number];
export type Rgb = [red: number, green: number, blue: number];

const toLinear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
const fromLinear = (light: number): number => (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055);

function parseHex(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

/** sRGB (0 … 1) to Oklab, where equal steps look equal: https://bottosson.github.io/posts/oklab */
export function toOklab([red, green, blue]: Rgb): Lab {
  const [r, g, b] = [toLinear(red), toLinear(green), toLinear(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([lightness, a, b]: Lab): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels: Rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return channels.map((channel) => Math.min(1, Math.max(0, fromLinear(channel)))) as Rgb;
}

/** Relative luminance, WCAG 2. */
const luminance = ([r, g, b]: Rgb): number => 0.2126 * toLinear(r) + 0.7152 * toLinear(g) + 0.0722 * toLinear(b);

/** Odd, so that 0 has a colour of its own in the middle. */
const STEPS = 255;
const MIDDLE = (STEPS - 1) / 2;

export class DivergingScale {
  /** RGBA of each step, for pictures. */
  readonly pixels = new Uint32Array(STEPS);
  readonly colours: readonly Rgb[];
  readonly #css: readonly string[];
  readonly #inks: readonly string[];

  constructor({ low, middle, high }: DivergingColours) {
    const [from, between, to] = [low, middle, high].map((colour) => toOklab(parseHex(colour))) as [Lab, Lab, Lab];
    this.colours = Array.from({ length: STEPS }, (_, step) => {
      const share = (step - MIDDLE) / MIDDLE;
      const end = share < 0 ? from : to;
      return fromOklab(between.map((value, axis) => value + ((end[axis] ?? 0) - value) * Math.abs(share)) as Lab);
    });
    const bytes = new Uint8ClampedArray(this.pixels.buffer);
    for (const [step, colour] of this.colours.entries()) bytes.set([...colour.map((c) => c * 255), 255], 4 * step);
    this.#css = this.colours.map((colour) => `rgb(${colour.map((channel) => Math.round(channel * 255)).join(' ')})`);
    // Black or white, whichever is further away: against one of the two every colour has at least 4.5 to 1.
    this.#inks = this.colours.map((colour) => (luminance(colour) > 0.179 ? '#000000' : '#ffffff'));
  }

  /** -1 … 1; what is beyond counts as the end. */
  stepOf(value: number): number {
    const step = MIDDLE + MIDDLE * value;
    return step <= 0 ? 0 : step >= STEPS - 1 ? STEPS - 1 : (step + 0.5) | 0;
  }

  css(value: number): string {
    return this.#css[this.stepOf(value)] ?? '';
  }

  /** What can be read on that colour. */
  ink(value: number): string {
    return this.#inks[this.stepOf(value)] ?? '';
  }
}
