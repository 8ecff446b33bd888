// Tests that no address leaves the page's folder.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolvePageFile } from '../../../src-main/window/page-files';

const FOLDER = join('/', 'app', 'out', 'renderer');

describe('An address of the page', () => {
  it('is answered by a file of its folder', () => {
    expect(resolvePageFile(FOLDER, '/assets/index.js')?.path).toBe(join(FOLDER, 'assets', 'index.js'));
    expect(resolvePageFile(FOLDER, '/index.html')?.contentType).toContain('text/html');
  });

  it.each([
    '/../main/main.js',
    '/%2e%2e/main/main.js',
    '/assets/..%2f..%2fmain/main.js',
    '/..%5cmain/main.js',
    '/%00index.html',
    '/%E0%A4%A',
    '/../renderer-other/index.html',
    '/',
    '/index.sh',
  ])('is refused where it is %j', (address) => {
    expect(resolvePageFile(FOLDER, address)).toBeNull();
  });
});
