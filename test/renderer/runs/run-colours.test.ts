/// <reference types="vite/client" />
// The palette of runs: every two of its colours differ for every colour vision, on light and on dark.
import { describe, expect, test } from 'vitest';
import { RUN_COLOURS } from '../../../src-engine/protocol/run-list';
import { COLOUR_NAMES } from '../../../src-renderer/runs/run-colours';
import tokens from '../../../src-renderer/tokens.css?raw';
import { BLINDNESS, contrast, difference, rgb, seenWith } from '../colour-vision';

const LIGHT_AND_DARK = tokens.split('@media (prefers-color-scheme: dark)');
const valueOf = (css: string, name: string) => rgb(new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(css)![1]!);

/** In Oklab, where two that lie side by side can be told apart from about 0.02 on. */
const APART = 0.11;

describe.each(['light', 'dark'])('the colours of runs in the %s theme', (theme) => {
  const css = LIGHT_AND_DARK[theme === 'light' ? 0 : 1]!;
  const colours = COLOUR_NAMES.map((_, index) => valueOf(css, `series-${index + 1}`));

  test.each(['no blindness', ...Object.keys(BLINDNESS)])('no two look alike with %s', (vision) => {
    const matrix = BLINDNESS[vision];
    const seen = matrix ? colours.map((colour) => seenWith(matrix, colour)) : colours;
    const pairs = seen.flatMap((colour, index) => seen.slice(index + 1).map((other) => difference(colour, other)));
    expect(pairs.length).toBe((RUN_COLOURS * (RUN_COLOURS - 1)) / 2);
    expect(Math.min(...pairs)).toBeGreaterThan(APART);
  });

  test('each stands out from the ground of a chart by at least 3 to 1', () => {
    for (const colour of colours) expect(contrast(colour, valueOf(css, 'surface'))).toBeGreaterThanOrEqual(3);
  });
});
