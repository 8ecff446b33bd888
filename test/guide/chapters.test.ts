// Keeps the guide whole: every chapter in its contents, every link and picture there, every setting explained, nothing that cannot be shown.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { chapterFile, chapterNames, readGuide } from '../../build/guide/guide-plugin.mjs';
import { readChapter } from '../../build/guide/read-chapter.mjs';
import { SETTING_PICTURES } from '../../build/guide/setting-pictures.mjs';
import { SETTING_GROUPS } from '../../src-engine/settings/setting';
import { SETTING_NAMES, SETTINGS } from '../../src-engine/hyperparameters';
import type { Block, Chapter, Inline } from '../../src-renderer/guide/guide-tree';
import { factsOf } from './setting-facts';

const FOLDER = new URL('../../docs/guide/', import.meta.url);
const GUIDE = readGuide();

function linksIn(inlines: Inline[]): Extract<Inline, { kind: 'link' }>[] {
  return inlines.flatMap((inline) => {
    if (typeof inline === 'string' || inline.kind === 'code') return [];
    return [...(inline.kind === 'link' ? [inline] : []), ...linksIn(inline.inlines)];
  });
}

function inlinesOf(block: Block): Inline[] {
  if (block.kind === 'list') return block.items.flat().flatMap(inlinesOf);
  if (block.kind === 'table') return [...block.head, ...block.rows.flat()].flat();
  return block.kind === 'heading' || block.kind === 'paragraph' ? block.inlines : [];
}

const sectionsOf = ({ blocks }: Chapter): string[] =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : []));
const picturesOf = ({ blocks }: Chapter): string[] =>
  blocks.flatMap((block) => (block.kind === 'picture' ? [block.file] : []));

/** Each link that leads nowhere. */
function brokenLinks(guide: Chapter[]): string[] {
  return guide.flatMap((chapter) =>
    linksIn(chapter.blocks.flatMap(inlinesOf)).flatMap((link) => {
      const target = link.chapter === null ? chapter : guide.find(({ name }) => name === link.chapter);
      if (target && (link.section === null || sectionsOf(target).includes(link.section))) return [];
      return [`${chapter.name}: ${link.chapter ?? ''}#${link.section ?? ''}`];
    }),
  );
}

it('every chapter is in the contents, under its own title', () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.md') && file !== 'README.md');
  expect(chapterNames().toSorted()).toEqual(files.map((file) => file.replace(/\.md$/, '')).toSorted());
  const contents = readFileSync(new URL('README.md', FOLDER), 'utf8');
  for (const { name, title } of GUIDE) expect(contents).toContain(`[${title}](${name}.md)`);
});

it('every link leads to a chapter or to one of its sections', () => {
  expect(brokenLinks(GUIDE)).toEqual([]);
});

it('a link that leads nowhere is found, and so is a section that there is not', () => {
  const chapter = readChapter('a', '# A\n\n## B\n\n[1](#b) [2](#c) [3](b.md) [4](a.md#b)\n');
  expect(brokenLinks([chapter])).toEqual(['a: #c', 'a: b#']);
});

it('no section has the name of another in its chapter', () => {
  for (const chapter of GUIDE) {
    const sections = sectionsOf(chapter);
    expect(new Set(sections).size, chapter.name).toBe(sections.length);
  }
});

it('every picture is there, light and dark, and every picture that is made is shown', () => {
  const files = GUIDE.flatMap(picturesOf);
  const both = files.flatMap((file) => [file, file.replace(/-light\.png$/, '-dark.png')]);
  expect(both.filter((file) => !existsSync(fileURLToPath(new URL(file, FOLDER))))).toEqual([]);
  const made = SETTING_PICTURES.map(({ setting }) => `pictures/${setting}.svg`);
  expect(
    readdirSync(new URL('pictures/', FOLDER))
      .map((file) => `pictures/${file}`)
      .toSorted(),
  ).toEqual(made.toSorted());
  expect(made.filter((file) => !files.includes(file))).toEqual([]);
});

describe('the chapter of the settings', () => {
  const lines = readFileSync(chapterFile('settings'), 'utf8').split('\n');

  it('has every setting of the table, in its group and order, and no other', () => {
    const headings = lines.filter((line) => /^##+ /.test(line));
    const expected = SETTING_GROUPS.flatMap((group) => [
      `## ${group}`,
      ...SETTING_NAMES.filter((name) => SETTINGS[name].group === group).map((name) => `### ${SETTINGS[name].label}`),
    ]);
    expect(headings.filter((heading) => heading !== '## Presets')).toEqual(expected);
  });

  it.each(SETTING_NAMES)('says of %s its default, its range and its option as the table has them', (name) => {
    const heading = lines.indexOf(`### ${SETTINGS[name].label}`);
    expect(lines[heading + 2]).toBe(factsOf(name));
  });

  it('shows the pictures of settings that there are', () => {
    expect(SETTING_PICTURES.filter(({ setting }) => !SETTING_NAMES.some((name) => name === setting))).toEqual([]);
  });
});

test.each([
  ['markup', '# A\n\n<b onclick="alert(1)">x</b>\n'],
  ['markup in a sentence', '# A\n\nA <img src=x> b.\n'],
  ['a link out of the guide', '# A\n\n[x](https://example.org)\n'],
  ['a link that is a script', '# A\n\n[x](javascript:alert)\n'],
  ['no title', 'A\n'],
])('a chapter with %s stops the build', (_, markdown) => {
  expect(() => readChapter('a', markdown)).toThrow();
});

it('what is written with entities is read as it is meant, and stays text', () => {
  const { blocks } = readChapter('a', '# A\n\nA &amp; B <\n\n`<b>&amp;</b>`\n');
  expect(blocks).toEqual([
    { kind: 'paragraph', inlines: ['A & B <'] },
    { kind: 'paragraph', inlines: [{ kind: 'code', text: '<b>&amp;</b>' }] },
  ]);
});
