// Keeps texts, comments and code to docs/vocabulary.md: what its last column lists is written nowhere.
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDERS = ['src-engine', 'src-main', 'src-renderer', 'src-web-page', 'build', 'docs', 'test'];
/** The tables themselves and their test, reference values, a sample text. */
const EXEMPT = /^docs\/vocabulary\.md$|^test\/vocabulary\.test\.ts$|^test\/fixtures\/|^build\/samples\/verse/;

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

function filesWithWords(): string[] {
  const below = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name.split(sep).join('/')}`,
    ),
  );
  return [...readdirSync(ROOT), ...below].filter(
    (path) => /\.(ts|svelte|mjs|css|html|md)$/.test(path) && !EXEMPT.test(path),
  );
}

/** The words of the last column of every table. */
function unwanted(document: string): string[] {
  const rows = document.split('\n').filter((line) => /^\| (?!say |-)/.test(line));
  return rows.flatMap((row) =>
    (row.split('|').at(-2) ?? '')
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean),
  );
}

/** Those of `words` that a text has, also over a line's end in a comment; names of files and data (.chances, 'told') do not count. */
function found(words: string[], text: string): string[] {
  const plain = text.replace(/\s+(?:(?:\/\/|\*|<!--)\s+)?/g, ' ');
  return words.filter((word) => new RegExp(String.raw`(?<![\w.'])${word}(?!\w)`, 'i').test(plain));
}

const WORDS = unwanted(read('docs/vocabulary.md'));

test('the vocabulary lists words not to use', () => {
  expect(WORDS).toContain('chances');
  expect(WORDS).toContain('read lately');
});

test('none of them is written anywhere', () => {
  const files = filesWithWords();
  expect(files).toContain('src-renderer/App.svelte');
  expect(files.flatMap((path) => found(WORDS, read(path)).map((word) => `${path}: ${word}`))).toEqual([]);
});

test('one is found in a label, in a comment over two lines, and not in the name of a file', () => {
  expect(found(WORDS, '<h2>Read lately</h2>')).toEqual(['read lately']);
  expect(found(WORDS, '// it is read\n  // lately')).toEqual(['read lately']);
  expect(found(WORDS, '/**\n * the\n * chances */')).toEqual(['chances']);
  expect(found(WORDS, "path('chances'), `.chances`")).toEqual([]);
});
