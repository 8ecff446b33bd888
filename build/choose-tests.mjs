// Says which tests the words after `npm test --` mean, which part each file belongs to, and what its tests need built.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './project.mjs';

/** The folder decides; all else under test/ is a unit test. */
export function partOf(file) {
  const folder = /^test\/(desktop|components)\//.exec(file);
  return folder ? folder[1] : 'unit';
}

function testFiles() {
  return readdirSync(join(ROOT, 'test'), { recursive: true })
    .map((name) => `test/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.test\.(ts|mjs)$/.test(name))
    .sort();
}

/** `words` are those after `npm test --`. */
export function readArguments(words) {
  const chosen = { part: null, times: 1, name: null, filters: [], flags: [] };
  const [first] = words;
  const waiting = [...words];
  if (['static', 'unit', 'components', 'runtimes', 'desktop'].includes(first)) chosen.part = waiting.shift();
  while (waiting.length > 0) {
    const word = waiting.shift();
    if (word === '-t') chosen.name = waiting.shift() ?? '';
    else if (word === '--times') chosen.times = Number(waiting.shift());
    else if (word.startsWith('-')) chosen.flags.push(word);
    else chosen.filters.push(word.replaceAll('\\', '/').replace(/^\.\//, ''));
  }
  if (!Number.isInteger(chosen.times) || chosen.times < 1) throw new Error('--times takes a whole number from 1.');
  return chosen;
}

/** The pieces of a title between what a table or a template fills in. */
function piecesOf(title) {
  return title.split(/\$\{[^}]*\}|%[sdifjo#%]|\$[\w.]+/).filter((piece) => piece.trim().length >= 4);
}

/** Whether a test or a group in this source may be called so: vitest decides, this keeps it from loading everything. */
export function mayHold(source, name) {
  const wanted = name.toLowerCase();
  const titles = source.matchAll(
    /\b(?:test|it|describe)\b[\w.]*(?:\([^'"`]*?\)|`[^`]*`)?\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/gs,
  );
  for (const [, , title] of titles) {
    const pieces = piecesOf(title.replaceAll(/\\(.)/g, '$1').toLowerCase());
    if (pieces.some((piece) => piece.includes(wanted) || wanted.includes(piece.trim()))) return true;
  }
  return false;
}

/**
 * Null where everything is meant, else what goes to vitest of each part: `{ unit: ['test/…', '-t', …] }`. A title may be copied
 * from what vitest prints, with its groups before it.
 */
export function chooseTests({ part, name, filters, flags }, files = testFiles(), read = readSource) {
  if (filters.length === 0 && name === null) return null;
  const plainName = name?.replaceAll(' > ', ' ') ?? null;
  const meant = files
    .filter((file) => part === null || partOf(file) === part)
    .filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)))
    .filter((file) => plainName === null || filters.length > 0 || mayHold(read(file), plainName));
  if (meant.length === 0) {
    const what = filters.length > 0 ? `file has “${filters.join('” or “')}” in its path` : `is called “${name}”`;
    throw new Error(`No test ${what}.`);
  }
  const chosen = {};
  for (const file of meant) (chosen[partOf(file)] ??= []).push(file);
  for (const words of Object.values(chosen)) {
    if (plainName !== null) words.push('-t', plainName.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    words.push(...flags);
  }
  return chosen;
}

function readSource(file) {
  return readFileSync(join(ROOT, file), 'utf8');
}

const IMPORTED = /(?:from|import)\s+'(\.{1,2}\/[^']+)'/g;
/** What a unit test may read of `out`, by how its source, or a helper's, names it. */
const PRODUCTS = {
  kernels: /kernels\//,
  programs: /\bmain\//,
  samples: /samples\//,
  cmaps: /cmaps\//,
  handover: /handover\//,
  'web page': /\bweb-page\//,
};

/** What has to be built before these unit tests run: found in what they and their helpers under test/ say of `out/`. */
export function productsFor(files, read = readSource) {
  const products = new Set();
  const seen = new Set();
  const visit = (file) => {
    if (seen.has(file)) return;
    seen.add(file);
    const source = read(file);
    if (/\bout\//.test(source)) {
      for (const [product, sign] of Object.entries(PRODUCTS)) if (sign.test(source)) products.add(product);
    }
    for (const [, path] of source.matchAll(IMPORTED)) {
      const helper = `${join(dirname(file), path).replaceAll('\\', '/')}.ts`;
      if (helper.startsWith('test/') && existsSync(join(ROOT, helper))) visit(helper);
    }
  };
  files.forEach(visit);
  return [...products];
}
