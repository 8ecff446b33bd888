// Keeps the paths that CONTRIBUTING.md and ARCHITECTURE.md name true: whoever follows a recipe finds every file it leads to. And the
// version is the same wherever it stands.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { version } from '../package.json';

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

it('the newest release of the changelog is the version of the package, of its lock file and of what software centres show', () => {
  const changelog = readFileSync(new URL('CHANGELOG.md', ROOT), 'utf8');
  const about = readFileSync(new URL('build/packaging/linux/org.unroll.Unroll.metainfo.xml', ROOT), 'utf8');
  const [, newest, day] = /^## (\d+\.\d+\.\d+) \((\d{4}-\d\d-\d\d)\)$/m.exec(changelog) ?? [];
  expect(newest).toBe(version);
  const lock = JSON.parse(readFileSync(new URL('package-lock.json', ROOT), 'utf8')) as {
    version: string;
    packages: { '': object };
  };
  expect([lock.version, lock.packages['']]).toEqual([version, expect.objectContaining({ version })]);
  expect(/<release version="(.+?)" date="(.+?)"/.exec(about)?.slice(1)).toEqual([version, day]);
});
