// Tests that the first page gets the list that was left, and that what cannot be read is as good as none.
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { FirstList } from '../../../src-main/preferences/first-list';

function file(): string {
  const folder = mkdtempSync(join(tmpdir(), 'unroll-list-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'list.json');
}

test('what was left is there for the first page, and not for one that comes later', async () => {
  const path = file();
  expect(await new FirstList(path).take()).toBeNull();
  writeFileSync(path, 'runs and models');
  const list = new FirstList(path);
  expect(await list.take()).toBe('runs and models');
  expect(await list.take()).toBeNull();
});

test('a file far too large is not read, nor a folder in its place', async () => {
  const path = file();
  mkdirSync(path);
  expect(await new FirstList(path).take()).toBeNull();
  rmSync(path, { recursive: true });
  writeFileSync(path, 'x');
  truncateSync(path, 5_000_000);
  expect(await new FirstList(path).take()).toBeNull();
});
