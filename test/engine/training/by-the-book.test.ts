// The preset By the book, plain gradient descent a byte at a time, learns something of every text that comes with the application.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { fitDefaults } from '../../../src-engine/corpus/fit-settings';
import { validationBytes } from '../../../src-engine/corpus/lanes';
import type { Settings } from '../../../src-engine/hyperparameters';
import { createRun } from '../../../src-engine/runs/open-run';
import { BUILT_IN_PRESETS } from '../../../src-engine/settings/presets';
import { FILES, temporaryFolder } from '../built-engine';

const SAMPLES = fileURLToPath(new URL('../../../out/samples/', import.meta.url));
const texts = (JSON.parse(readFileSync(join(SAMPLES, 'samples.json'), 'utf8')) as { file: string }[]).map(
  ({ file }) => file,
);

/** Twice as many as any earlier setting of the preset survived on two of the texts. */
const UPDATES = 24_000;

function byTheBook(textBytes: number): Settings {
  const defaults = fitDefaults(textBytes);
  const preset = BUILT_IN_PRESETS.find(({ name }) => name === 'By the book');
  return { ...defaults, ...preset!.changes(defaults, { textBytes, pace: null }) };
}

/** Bits/byte of the held-out bytes, guessed by how often each byte occurs in the others. */
function bitsByFrequency(bytes: Uint8Array, held: number): number {
  const counts = new Float64Array(256).fill(1);
  const trained = bytes.subarray(0, bytes.length - held);
  for (const byte of trained) counts[byte]! += 1;
  const total = trained.length + 256;
  const bits = [...bytes.subarray(bytes.length - held)].map((byte) => -Math.log2(counts[byte]! / total));
  return bits.reduce((sum, value) => sum + value, 0) / held;
}

test.each(texts)('on %s', async (file) => {
  const path = join(SAMPLES, file);
  const bytes = readFileSync(path);
  const settings: Settings = { ...byTheBook(bytes.length), lengthUnit: 'updates', length: UPDATES, sampleEvery: 1e9 };
  const run = await createRun(
    FILES,
    { folder: join(await temporaryFolder(), 'run'), name: file, paths: [path], settings },
    {},
  );
  expect(await run.train()).toBe('finished');
  const { bitsPerByte } = run.storage.validations.newest!;
  await run.close();
  expect(bitsPerByte).toBeLessThan(bitsByFrequency(bytes, validationBytes(bytes.length, settings.validationShare)));
});
