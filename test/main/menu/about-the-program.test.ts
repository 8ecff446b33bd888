// Tests where Check for updates leads: to the releases of whoever built the program, over https, or nowhere.
import { expect, test, vi } from 'vitest';

vi.mock('electron', () => ({ app: {}, dialog: {}, shell: {} }));
const { releasesPage } = await import('../../../src-main/menu/about-the-program');

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
