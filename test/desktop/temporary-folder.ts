// Gives a test a folder of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** It stays until `remove` is called: for what several tests share. */
export function keptFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'unroll-test-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** It goes when the test has ended. */
export function temporaryFolder(): string {
  const { folder, remove } = keptFolder();
  onTestFinished(remove);
  return folder;
}
