// `npm run icons`: draws every icon from its one SVG, so that they are drawn once.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import png2icons from 'png2icons';
import { ROOT } from '../project.mjs';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
/** A Mac's Dock shows one of this size; the .icns and the .ico hold the smaller ones too. */
const LARGEST = 1024;
/** Of a window on Linux; what shows larger ones takes them from the package. */
const WINDOW_ICON = 128;

const draw = (svg, width) => new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng();

/** Everything that is drawn: its place in the project and its bytes. */
export function drawnIcons() {
  const svg = readFileSync(join(ROOT, 'src-main/icons/icon.svg'), 'utf8');
  const largest = draw(svg, LARGEST);
  return [
    ...SIZES.map((size) => [`build/packaging/icons/${size}x${size}.png`, draw(svg, size)]),
    ['build/packaging/icons/icon.icns', png2icons.createICNS(largest, png2icons.BICUBIC, 0)],
    ['build/packaging/icons/icon.ico', png2icons.createICO(largest, png2icons.BICUBIC, 0, true)],
    ['src-main/icons/icon.png', draw(svg, WINDOW_ICON)],
    ['src-main/icons/tray.png', draw(svg, 16)],
    ['src-main/icons/tray-2x.png', draw(svg, 32)],
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(join(ROOT, 'build/packaging/icons'), { recursive: true });
  for (const [path, bytes] of drawnIcons()) writeFileSync(join(ROOT, path), bytes);
}
