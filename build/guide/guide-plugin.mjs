// Has Vite put the guide into the page: `virtual:guide` holds the chapters of docs/guide as data, and their pictures as files.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from '../project.mjs';
import { readChapter } from './read-chapter.mjs';

const FOLDER = join(ROOT, 'docs', 'guide');
const NAME = 'virtual:guide';
const RESOLVED = `\0${NAME}`;

/** In the order of its list of contents. */
export function chapterNames() {
  const contents = readFileSync(join(FOLDER, 'README.md'), 'utf8');
  return [...contents.matchAll(/^\d+\. \[[^\]]+\]\(([\w-]+)\.md\)/gm)].map(([, name]) => name);
}

export const chapterFile = (name) => join(FOLDER, `${name}.md`);

export const readGuide = () => chapterNames().map((name) => readChapter(name, readFileSync(chapterFile(name), 'utf8')));

/** One picture serves light and dark, unless its name says that it is the light one of two. */
const darkOf = (file) => file.replace(/-light\.png$/, '-dark.png');

function moduleOf(chapters) {
  const pictures = chapters.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'picture'));
  const files = [...new Set(pictures.flatMap(({ file }) => [file, darkOf(file)]))];
  const imports = files.map(
    (file, at) => `import p${at} from ${JSON.stringify(`${resolve(FOLDER, file)}?url&no-inline`)};`,
  );
  const entries = files.map((file, at) => `${JSON.stringify(file)}: p${at}`);
  const dark = Object.fromEntries(files.map((file) => [file, darkOf(file)]));
  return [
    ...imports,
    `const files = { ${entries.join(', ')} };`,
    `const dark = ${JSON.stringify(dark)};`,
    `export const CHAPTERS = ${JSON.stringify(chapters)};`,
    'export const pictureOf = (file, isDark) => files[isDark ? dark[file] : file];',
  ].join('\n');
}

export function guide() {
  return {
    name: 'guide',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      const names = chapterNames();
      for (const file of ['README', ...names]) this.addWatchFile(chapterFile(file));
      return moduleOf(readGuide());
    },
  };
}
