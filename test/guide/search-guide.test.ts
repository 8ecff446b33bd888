import { expect, test } from 'vitest';
import { readChapter } from '../../build/guide/read-chapter.mjs';
import { searchGuide } from '../../src-renderer/guide/search-guide';

const CHAPTERS = [
  readChapter('one', '# One\n\nThe sea is wide.\n\n## Ships\n\nA `ship` sails; see [the sea](#ships).\n'),
  readChapter('two', '# Two\n\n## The sea\n\n| wind | wave |\n| --- | --- |\n| north | high |\n\n- ice\n'),
];

const found = (query: string): string[] =>
  searchGuide(CHAPTERS, query).map(({ chapter, title }) => `${chapter}: ${title}`);

test('a section is found by any of its words, in code, links, tables and lists too, whatever their case', () => {
  expect(found('SHIP')).toEqual(['one: Ships']);
  expect(found('north')).toEqual(['two: The sea']);
  expect(found('ice')).toEqual(['two: The sea']);
});

test('one whose heading has the word comes first', () => {
  expect(found('sea')).toEqual(['two: The sea', 'one: One', 'one: Ships']);
});

test('all the words have to be there', () => {
  expect(found('sea wide')).toEqual(['one: One']);
  expect(found('sea whale')).toEqual([]);
});

test('nothing is found by nothing', () => {
  expect(found('   ')).toEqual([]);
});

test('the excerpt shows the words around the first one, cut between words', () => {
  const long = readChapter('a', `# A\n\n${'word '.repeat(60)}needle ${'more '.repeat(60)}\n`);
  const [only] = searchGuide([long], 'needle');
  expect(only?.excerpt).toMatch(/^… (word )+needle (more )+more …$/);
  expect(only?.excerpt.length).toBeLessThan(160);
});
