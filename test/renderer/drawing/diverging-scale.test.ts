/// <reference types="vite/client" />
import { describe, expect, test } from 'vitest';
import tokens from '../../../src-renderer/tokens.css?raw';
import { BLINDNESS, contrast, difference, seenWith } from '../colour-vision';
import { DivergingScale, toOklab, type Rgb } from '../../../src-renderer/drawing/diverging-scale';

const [light, dark] = ['low', 'middle', 'high']
  .map((name) => [...tokens.matchAll(new RegExp(`--diverging-${name}: (#[0-9a-f]{6})`, 'g'))].map((match) => match[1]!))
  .reduce<{ low: string; middle: string; high: string }[]>(
    (themes, values, index) =>
      values.map((value, theme) => ({ ...themes[theme]!, [['low', 'middle', 'high'][index]!]: value })),
    [],
  );

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

  test.each(['protanopia', 'deuteranopia'])('people with %s tell its ends from one another and from 0', (kind) => {
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
