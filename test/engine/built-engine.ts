// The engine with real lane workers: their threads run the built bundle, as in the application.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { defaultSettings, type Settings } from '../../src-engine/hyperparameters';
import { kernelsOf } from '../../src-engine/kernels/kernel-files';
import type { EngineFiles } from '../../src-engine/runs/open-run';

export const BUILT = new URL('../../out/', import.meta.url);

export const KERNELS_FOLDER = new URL('kernels/', BUILT);

export const FILES: EngineFiles = {
  kernels: kernelsOf(KERNELS_FOLDER),
  laneWorker: new URL('main/lane-worker-main.js', BUILT),
};

/** A folder of the test's own, gone after it. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'unroll-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** A small network over a small text, both schedules' worth of settings. */
export function smallSettings(chosen: Partial<Settings> = {}): Settings {
  return {
    ...defaultSettings(),
    hiddenSize: 21,
    truncation: 9,
    lanes: 5,
    lengthUnit: 'updates',
    length: 60,
    threads: 2,
    validationEvery: 0,
    sampleEvery: 0,
    checkpointEvery: 1000,
    ...chosen,
  };
}

/** English-looking text without chance: the same bytes every time. */
export function exampleText(bytes: number): Uint8Array {
  const words = 'the quick brown fox jumps over a lazy dog – naïve cafés, 日本語 and so on.\n'.split(' ');
  const sentence = Buffer.from(
    Array.from({ length: 97 }, (_, index) => words[(index * index + 3 * index) % words.length]).join(' '),
  );
  return Buffer.alloc(bytes, sentence);
}
