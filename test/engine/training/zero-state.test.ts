import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { defaultSettings } from '../../../src-engine/hyperparameters';
import { openNetworkStream } from '../../../src-engine/sampling/network-stream';
import { createRun } from '../../../src-engine/runs/open-run';
import { FILES, temporaryFolder } from '../built-engine';
import { kernelSet } from '../one-thread';

const TEXT = fileURLToPath(new URL('../../../out/samples/Moby-Dick.txt', import.meta.url));
const SLICES = 100;
const SLICE_BYTES = 500;
/** Natural spread is about 0.6; a network that falls into its other stable state from zero sits at 10 and more. */
const MOST_ABOVE_MEDIAN_BITS = 1.0;

/** Stretches of the text, evenly spread over it. */
async function slicesOf(path: string): Promise<Uint8Array[]> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const slices = Array.from({ length: SLICES }, () => new Uint8Array(SLICE_BYTES + 1));
    for (const [index, slice] of slices.entries()) {
      await file.read(slice, 0, slice.length, Math.floor((index * (size - slice.length)) / (SLICES - 1)));
    }
    return slices;
  } finally {
    await file.close();
  }
}

test('with the defaults a network predicts every part of its text from the zero state, not only where its lanes have been', async () => {
  const settings = {
    ...defaultSettings(),
    lengthUnit: 'updates' as const,
    length: 2000,
    sampleEvery: 0,
    validationEvery: 0,
    // Two would wait for each other wherever other tests have the processors.
    threads: 1,
  };
  const folder = join(await temporaryFolder(), 'run');
  const run = await createRun(FILES, { folder, name: 'trap', paths: [TEXT], settings }, {});
  await run.train();
  const weights = run.publishedWeights().weights;
  await run.close();
  const bits = (await slicesOf(TEXT)).map((slice) => {
    const stream = openNetworkStream(kernelSet('fast'), weights);
    let sum = 0;
    for (let at = 0; at < SLICE_BYTES; at++) {
      stream.read(slice[at]!);
      sum -= Math.log2(stream.probabilities(1)[slice[at + 1]!]!);
    }
    return sum / SLICE_BYTES;
  });
  bits.sort((a, b) => a - b);
  const median = bits[SLICES / 2]!;
  // It has learned at all: without a network a byte of this text costs 4.5 bits.
  expect(median).toBeLessThan(3);
  expect(bits.at(-1)! - median).toBeLessThan(MOST_ABOVE_MEDIAN_BITS);
});
