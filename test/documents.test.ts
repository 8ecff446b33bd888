// Keeps the paths that CONTRIBUTING.md and ARCHITECTURE.md name true: whoever follows a recipe finds every file it leads to.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../', import.meta.url);

const exists = (path: string): boolean => existsSync(new URL(path, ROOT));

/** Every path in code spans and links that begins with one of our folders; a pattern is none. */
function pathsIn(document: string): string[] {
  const found = document.matchAll(/[`(]((?:src-engine|src-main|src-renderer|test|build|docs)\/[^`)\s]*)[`)]/g);
  return [...new Set(Array.from(found, ([, path]) => path!))].filter((path) => !/[*{]/.test(path));
}

describe.each(['CONTRIBUTING.md', 'ARCHITECTURE.md'])('%s', (name) => {
  const document = readFileSync(fileURLToPath(new URL(name, ROOT)), 'utf8');

  it('names only files and folders that there are', () => {
    const paths = pathsIn(document);
    expect(paths.length).toBeGreaterThan(5);
    expect(paths.filter((path) => !exists(path))).toEqual([]);
  });
});

it('a path that leads nowhere is found in code and in a link', () => {
  const document = 'See `src-engine/nothing.ts`, [this](docs/nothing.md), `test/documents.test.ts` and `npm test`.';
  expect(pathsIn(document).filter((path) => !exists(path))).toEqual(['src-engine/nothing.ts', 'docs/nothing.md']);
});
