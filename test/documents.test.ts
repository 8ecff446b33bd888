// Keeps true what the documents name: paths, links and scripts; whoever follows one finds what it leads to. And the version is the
// same wherever it stands.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { slugOf } from '../build/guide/slug.mjs';
import { scripts, version } from '../package.json';

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

const FOLDERS = ['', 'docs/', 'docs/guide/', 'build/samples/'];
const documents = FOLDERS.flatMap((folder) =>
  readdirSync(new URL(folder || './', ROOT))
    .filter((name) => name.endsWith('.md'))
    .map((name) => folder + name),
).map((path) => ({ path, text: readFileSync(new URL(path, ROOT), 'utf8') }));

function hasHeading(path: string, anchor: string): boolean {
  const text = readFileSync(new URL(path, ROOT), 'utf8');
  return Array.from(text.matchAll(/^#+ (.+)$/gm), ([, heading = '']) => slugOf(heading)).includes(anchor);
}

/** Each link that leads to no file of ours, or to no heading in it. Pages of others are not asked for. */
function brokenLinks({ path, text }: { path: string; text: string }): string[] {
  return Array.from(text.matchAll(/\]\(([^)\s]+)\)/g), ([, link = '']) => link).filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const { pathname, hash } = new URL(link, `file:///${path}`);
    const file = pathname.slice(1);
    return !exists(file) || (hash !== '' && !hasHeading(file, hash.slice(1)));
  });
}

/** Each `npm run` of a script that there is not. */
const missingScripts = (text: string): string[] =>
  Array.from(text.matchAll(/npm run (?:--silent )?([\w:-]+)/g), ([, name = '']) => name).filter(
    (name) => !(name in scripts),
  );

describe.each(documents)('$path', (document) => {
  it('has only links that lead somewhere, and names only scripts that there are', () => {
    expect({ links: brokenLinks(document), scripts: missingScripts(document.text) }).toEqual({
      links: [],
      scripts: [],
    });
  });
});

it('a link to no file, to no heading, and a script that there is not are found', () => {
  const text =
    '[a](nothing.md) [b](files.md#nothing) [c](files.md#models) [d](#nothing) `npm run nothing` `npm run unroll`';
  expect(brokenLinks({ path: 'docs/guide/README.md', text })).toEqual(['nothing.md', 'files.md#nothing', '#nothing']);
  expect(missingScripts(text)).toEqual(['nothing']);
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
