// Tests what Help offers of the program itself: its releases, over https or nowhere, what it is made of, and the Mac's terminal command.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { lstat, symlink, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';

const { shown } = vi.hoisted(() => ({ shown: vi.fn() }));
vi.mock('electron', () => ({
  app: { getVersion: () => '1.2.3' },
  dialog: { showMessageBox: shown },
  shell: {},
}));
vi.mock('node:fs/promises', async (original) => ({
  ...(await original<object>()),
  lstat: vi.fn(),
  symlink: vi.fn(),
  unlink: vi.fn(),
}));
// Another file of this worker may have loaded it with its own Electron, or with the real file system.
vi.resetModules();
const { installTerminalCommand, readAbout, releasesPage } = await import('../../../src-main/menu/about-the-program');

const resources = mkdtempSync(join(tmpdir(), 'unroll-about-'));
Object.assign(process, { resourcesPath: resources });
afterAll(() => rmSync(resources, { recursive: true, force: true }));
beforeEach(() => vi.clearAllMocks());

const of = (homepage?: unknown): string | null => releasesPage(JSON.stringify({ name: 'unroll', homepage }));

test('a build of a workflow knows its releases', () => {
  expect(of('https://forge.test/someone/unroll')).toBe('https://forge.test/someone/unroll/releases');
  expect(of('https://forge.test/someone/unroll/')).toBe('https://forge.test/someone/unroll/releases');
});

test('a build from the sources opens nothing', () => {
  for (const homepage of ['https://unroll.example', 'http://forge.test/unroll', 'javascript:alert(1)', 'unroll', ''])
    expect(of(homepage), homepage).toBeNull();
  expect(of()).toBeNull();
});

test('About has the licences that lie beside the program, and does without in a checkout', async () => {
  expect(await readAbout(null)).toEqual({ version: '1.2.3', vectors: null, notices: null });
  mkdirSync(join(resources, 'licences'));
  writeFileSync(join(resources, 'licences', 'NOTICES.txt'), 'All of them.');
  expect(await readAbout('AVX2')).toEqual({ version: '1.2.3', vectors: 'AVX2', notices: 'All of them.' });
});

/** What stands at the terminal command's place; nothing where it is undefined. */
function standsThere(kind?: 'link' | 'file'): void {
  if (kind === undefined) vi.mocked(lstat).mockRejectedValue(new Error('ENOENT'));
  else vi.mocked(lstat).mockResolvedValue({ isSymbolicLink: () => kind === 'link' } as never);
}

test('the terminal command becomes a link to the program, in the place of an older link', async () => {
  for (const kind of [undefined, 'link'] as const) {
    standsThere(kind);
    const showWith = vi.fn();
    await installTerminalCommand({ showWith });
    expect(symlink).toHaveBeenLastCalledWith(join(resources, 'bin', 'unroll'), '/usr/local/bin/unroll');
    expect(showWith.mock.calls).toEqual([[expect.any(String), 'Type unroll --help in a terminal.']]);
  }
  expect(unlink).toHaveBeenCalledTimes(1);
  expect(shown).not.toHaveBeenCalled();
});

test('whatever else stands there stays, and where it may not be made the command for an administrator is shown', async () => {
  standsThere('file');
  vi.mocked(symlink).mockRejectedValue(new Error('EEXIST'));
  await installTerminalCommand({ showWith: vi.fn() });
  expect(unlink).not.toHaveBeenCalled();
  const [[{ detail }]] = shown.mock.calls as [[{ detail: string }]];
  expect(detail).toContain(`sudo ln -sf "${join(resources, 'bin', 'unroll')}" /usr/local/bin/unroll`);
});
