/// <reference types="vite/client" />
import { describe, expect, test } from 'vitest';
import tokens from '../../../src-renderer/tokens.css?raw';
import { DivergingScale, toOklab, type Rgb } from '../../../src-renderer/drawing/diverging-scale';

const [light, dark] = ['low', 'middle', 'high']
  .map((name) => [...tokens.matchAll(new RegExp(`--diverging-${name}: (#[0-9a-f]{6})`, 'g'))].map((match) => match[1]!))
  .reduce<{ low: string; middle: string; high: string }[]>(
    (themes, values, index) =>
      values.map((value, theme) => ({ ...themes[theme]!, [['low', 'middle', 'high'][index]!]: value })),
    [],
  );

/** Linear-light matrices of Viénot, Brettel and Mollon (1999) for people without red or without green cones. */
const BLINDNESS: Record<string, number[]> = {
  protanopia: [0.11238, 0.88762, 0, 0.11238, 0.88762, 0, 0.00401, -0.00401, 1],
  deuteranopia: [0.29275, 0.70725, 0, 0.29275, 0.70725, 0, -0.02234, 0.02234, 1],
};
const linear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const encoded = (c: number) => (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055);

function seenWith(matrix: number[], colour: Rgb): Rgb {
  const light3 = colour.map(linear);
  return [0, 1, 2].map((row) =>
    encoded(
      Math.max(
        0,
        light3.reduce((sum, value, column) => sum + matrix[3 * row + column]! * value, 0),
      ),
    ),
  ) as Rgb;
}

const difference = (a: Rgb, b: Rgb) => Math.hypot(...toOklab(a).map((value, axis) => value - toOklab(b)[axis]!));

function contrast(a: Rgb, b: Rgb): number {
  const luminance = ([r, g, b3]: Rgb) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b3);
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
}

describe.each([
  ['light', light!],
  ['dark', dark!],
])('the diverging scale in the %s theme', (_, colours) => {
  const scale = new DivergingScale(colours);
  const first = scale.colours[0]!;
  const middle = scale.colours[127]!;
  const last = scale.colours[254]!;

  test('both ends are equally light, and each step away from 0 looks as large as any other', () => {
    expect(Math.abs(toOklab(first)[0] - toOklab(last)[0])).toBeLessThan(0.01);
    for (const [from, to] of [
      [0, 127],
      [127, 254],
    ] as const) {
      const steps = Array.from({ length: to - from }, (_, index) =>
        difference(scale.colours[from + index]!, scale.colours[from + index + 1]!),
      );
      expect(Math.max(...steps)).toBeLessThan(1.05 * Math.min(...steps));
    }
  });

  test.each(Object.keys(BLINDNESS))('people with %s tell its ends from one another and from 0', (kind) => {
    const seen = (colour: Rgb) => seenWith(BLINDNESS[kind]!, colour);
    expect(difference(seen(first), seen(last))).toBeGreaterThan(0.15);
    expect(difference(seen(first), seen(middle))).toBeGreaterThan(0.15);
    expect(difference(seen(last), seen(middle))).toBeGreaterThan(0.15);
  });

  test('letters on any of its colours have a contrast of at least 4.5 to 1', () => {
    for (const [step, colour] of scale.colours.entries()) {
      const ink: Rgb = scale.ink((step - 127) / 127) === '#ffffff' ? [1, 1, 1] : [0, 0, 0];
      expect(contrast(ink, colour)).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('what lies beyond its ends has the colour of the end', () => {
    expect(scale.css(7)).toBe(scale.css(1));
    expect(scale.css(-7)).toBe(scale.css(-1));
    expect(scale.stepOf(0)).toBe(127);
  });
});
