// Tests that the words of documents made by real programs come out whole, in order and without what is no text. How they were made: test/fixtures/documents.
import { expect, test } from 'vitest';
import { extracted, fixture } from './extracted';

const of = async (name: string) => extracted(name, await fixture(name));

const LIST = 'apples\npears\n';
const WORDS = 'Words with accents: déjà vu, naïve, Größe, žluťoučký, Ωμέγα, привет, 日本語, 🙂';
const FIRST = 'The old ship lay at anchor, and halfway up the mast a man was singing.\n';
const LONG =
  /becomes particularly noticeable whenever extraordinarily long words .* necessitating hyphenation; and so it went on, page after page, with the well-known captain and his long-suffering /;

test.each(['libreoffice.docx', 'libreoffice.odt', 'libreoffice.rtf'])(
  '%s gives its paragraphs, lists, tables and notes, without margins, deletions, comments and hidden words',
  async (name) => {
    const { text, report } = await of(name);
    expect(text).toContain(`Chapter One\n${FIRST}`);
    expect(text).toContain(WORDS);
    expect(text).toContain('First line\nsecond line\tafter a tab   after spaces.\n');
    expect(text).toContain(LIST);
    expect(text).toContain('north\tcold\nsouth\nby east\twarm\nNevertheless');
    expect(text).toMatch(LONG);
    expect(text).toMatch(/\nThe end\.\n\nShe was built in Genoa\.\n$/);
    expect(text).not.toMatch(/crossed out|secretly|remark|Tale of the Ship|Page 1|かんじ/);
    const leftOut = report.leftOut.join(', ');
    expect(leftOut).toContain('1 deleted passage');
    expect(leftOut).toContain('8 hidden characters');
    expect(leftOut).toContain('1 comment');
    expect(leftOut).toContain('2 headers and footers');
    expect(report.unit).toBe('paragraph');
  },
);

test.each(['libreoffice.docx', 'libreoffice.odt'])('%s keeps the words under ruby', async (name) => {
  const { text, report } = await of(name);
  expect(text).toContain('🙂 and 漢字.\n');
  expect(report.leftOut).toContain('1 pronunciation aid (ruby)');
});

test.each(['pandoc.docx', 'pandoc.odt', 'pandoc.rtf', 'pandoc.epub', 'pandoc.html'])(
  '%s gives the words of its source',
  async (name) => {
    const { text } = await of(name);
    expect(text).toMatch(/^The Tale of the Ship\n+Chapter One\n+/);
    for (const piece of [FIRST, WORDS, 'First line\nsecond line.\n']) expect(text).toContain(piece);
    // Some formats have the bullets among the words.
    expect(text.replace(/•\s+/g, '')).toContain(LIST);
    expect(text).toContain('where\twhat\nnorth\tcold\nsouth\twarm\n');
    expect(text).toContain('“Quoted,” she said — twice.');
    if (name !== 'pandoc.rtf') expect(text).toContain('def code(x):\n    return x  # kept as it is\n');
    expect(text).toContain('She was built in Genoa.');
    expect(text.endsWith('\n')).toBe(true);
  },
);

test('an EPUB book is counted in chapters, and numbers of notes do not stick to words', async () => {
  const { report } = await of('pandoc.epub');
  expect(report).toMatchObject({ what: 'an EPUB book', unit: 'chapter', count: 3 });
  expect(report.leftOut).toContain('2 note numbers');
});

test('a page from a word processor loses its margins and what is hidden', async () => {
  const { text, report } = await of('libreoffice.html');
  expect(text).toMatch(/^Chapter One\n\n/);
  expect(text).not.toMatch(/secretly|Page 1/);
  expect(report.leftOut).toContain('8 hidden characters');
});

test('a PDF with hyphens at line ends and running heads gives whole words and whole sentences over pages', async () => {
  const { text, report } = await of('groff.pdf');
  const source = (await fixture('heads.ms')).toString();
  const paragraphs = source.split('.PP\n').slice(1);
  expect(text).toBe(paragraphs.map((paragraph) => `${paragraph.trim().split('\n').join(' ')}\n`).join(''));
  expect(report).toMatchObject({ what: 'a PDF', unit: 'page', count: 3 });
  expect(report.leftOut).toEqual(['2 lines of running heads, feet and page numbers']);
});

test('a tagged PDF says itself what its margins are', async () => {
  const { text, report } = await of('libreoffice.pdf');
  expect(text).toMatch(/^Chapter One\n\nThe old ship lay at anchor/);
  expect(text).toMatch(LONG);
  expect(text).toContain('throughout, whistling absent-mindedly. The end.\n');
  expect(text).toContain('north\tcold\n');
  expect(text).not.toMatch(/Tale of the Ship|Page \d/);
  expect(report.count).toBe(5);
});

test('what cannot be read is named, with what to do', async () => {
  await expect(of('locked.pdf')).rejects.toThrow(
    '"locked.pdf" is locked with a password. Save a copy without one, then choose that.',
  );
  await expect(of('libreoffice.doc')).rejects.toThrow(
    '"libreoffice.doc" is an old Word document (.doc), not a text. Save it as .docx or .odt in a word processor, then choose that.',
  );
});
