// Builds the page that a network is exported in: one HTML file with its style, its kernels and its script, into FOLDER. The policy in
// it allows just these, by their hashes, and no connection.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { build } from 'vite';
import { ROOT } from './project.mjs';

/** The oldest browsers with vectors in WebAssembly and a stream that inflates. */
const TARGETS = ['chrome91', 'firefox113', 'safari16.4'];
const KERNEL_SETS = ['page-fast', 'page-by-hand', 'page-strict'];
const SOURCES = join(ROOT, 'src-web-page');

const source = (name) => readFileSync(join(SOURCES, name), 'utf8');

async function script() {
  const { output } = (
    await build({
      root: SOURCES,
      configFile: false,
      logLevel: 'error',
      build: {
        write: false,
        target: TARGETS,
        lib: { entry: join(SOURCES, 'web-page-main.ts'), formats: ['iife'], name: 'unroll' },
      },
    })
  )[0];
  return output[0].code.trim();
}

const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function kernels() {
  return KERNEL_SETS.map((name) => {
    const bytes = readFileSync(join(ROOT, 'out', 'kernels', `${name}.wasm`));
    const packed = deflateSync(bytes, { level: 9 }).toString('base64');
    return `<script type="text/plain" id="${name}">${packed}</script>`;
  }).join('\n');
}

function policy(style, code) {
  const rules = [
    "default-src 'none'",
    `script-src ${hash(code)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${rules.join('; ')}" />`;
}

const folder = process.argv[2] ?? join(ROOT, 'out', 'web-page');
const style = source('web-page.css');
const code = await script();
if (code.includes('</script')) throw new Error('The page’s script holds the end of a script.');
const parts = {
  '<!-- The policy -->': policy(style, code),
  '<!-- The style -->': `<style>${style}</style>`,
  '<!-- The kernels -->': kernels(),
  '<!-- The script -->': `<script>${code}</script>`,
};
let page = source('web-page.html');
for (const [mark, part] of Object.entries(parts)) page = page.replace(mark, () => part);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'page.html'), page);
