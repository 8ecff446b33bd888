// Tests that the icons are those that the script draws of the one SVG, and that what is installed has every size.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawnIcons } from '../../build/packaging/make-icons.mjs';
import { ROOT } from '../../build/project.mjs';

const committed = (path) => readFileSync(join(ROOT, path));
/** A PNG's header holds its width and height. */
const sizeOf = (png) => [png.readUInt32BE(16), png.readUInt32BE(20)];

test('every icon is as npm run icons draws it', () => {
  const others = drawnIcons().filter(([path, bytes]) => !committed(path).equals(bytes));
  expect(others.map(([path]) => path)).toEqual([]);
});

test('there is a picture for each size from 16 to 512', () => {
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512])
    expect(sizeOf(committed(`build/packaging/icons/${size}x${size}.png`))).toEqual([size, size]);
});

test('the Windows icon and the Mac icon hold several sizes, and the Mac’s says its own length', () => {
  expect(committed('build/packaging/icons/icon.ico').readUInt16LE(4)).toBeGreaterThanOrEqual(6);
  const icns = committed('build/packaging/icons/icon.icns');
  expect(icns.subarray(0, 4).toString()).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
});
