// Tests that the list is kept from one start to the next, for the first page only, and that what cannot be read is as good as none.
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { RememberedList } from '../../../src-main/preferences/remembered-list';

function file(): string {
  const folder = mkdtempSync(join(tmpdir(), 'unroll-list-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'not there yet', 'list.json');
}

test('what is kept is there at the next start, for its first page', async () => {
  const path = file();
  const first = new RememberedList(path);
  expect(await first.take()).toBeNull();
  await first.keep('runs and models');
  const next = new RememberedList(path);
  expect(await next.take()).toBe('runs and models');
  expect(await next.take()).toBeNull();
});

test('a list that has not changed is not written again', async () => {
  const path = file();
  await new RememberedList(path).keep('runs');
  const next = new RememberedList(path);
  await next.take();
  rmSync(path);
  await next.keep('runs');
  expect(existsSync(path)).toBe(false);
  await next.keep('other runs');
  expect(existsSync(path)).toBe(true);
});

test('a file far too large is not read, nor a folder in its place', async () => {
  const path = file();
  mkdirSync(path, { recursive: true });
  expect(await new RememberedList(path).take()).toBeNull();
  rmSync(path, { recursive: true });
  writeFileSync(path, 'x');
  truncateSync(path, 5_000_000);
  expect(statSync(path).size).toBe(5_000_000);
  expect(await new RememberedList(path).take()).toBeNull();
});
