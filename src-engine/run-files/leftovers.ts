// Deletes what a killed process has left in a run's folder: temporary files that nothing will ever rename.
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunFolder } from './run-folder';

/** As write-file-atomic and the run's lock call them. */
const TEMPORARY = /^(?:(?:[a-z-]+\.(?:json|jsonl|index)|\d+\.safetensors)\.\d{4,}|run\.lock-\d+\.[0-9a-f-]{36})$/;

/** Only for who has the run's lock. */
export async function removeLeftovers({ path, checkpointsPath }: RunFolder): Promise<void> {
  for (const folder of [path, checkpointsPath]) {
    for (const name of (await readdir(folder)).filter((each) => TEMPORARY.test(each))) {
      await rm(join(folder, name), { force: true });
    }
  }
}
