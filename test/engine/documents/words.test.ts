// Tests that words neither run together nor are broken, whatever stands between them; and that a text comes back out of the documents it is put into.
import fc from 'fast-check';
import { encode } from 'iconv-lite';
import { expect, test } from 'vitest';
import { zipOf } from '../../fixtures/zip-writer';
import { extracted, type Extracted } from './extracted';
import { temporaryFolder } from '../built-engine';

const html = async (body: string) => (await extracted('page.html', `<!doctype html>${body}`)).text;

test.each([
  ['paragraphs', '<p>one</p><p>two</p>', 'one\n\ntwo\n'],
  ['line ends', 'one<br>two<br/>three', 'one\ntwo\nthree\n'],
  ['lists', '<ul><li>one<li>two<ul><li>three</ul></ul>after', 'one\ntwo\nthree\n\nafter\n'],
  ['cells', '<table><tr><td>a<td><p>b</p><p>c</p><td>d<tr><td><td>e</table>', 'a\tb\nc\td\n\te\n'],
  ['tables in tables', '<table><tr><td>a<td><table><tr><td>b<td>c</table><td>d</table>', 'a\tb\tc\td\n'],
  ['inline marks', '<p>un<b>believ</b>able <i>and</i> so</p>', 'unbelievable and so\n'],
  ['white space', '<p>  one\n   two\t three  </p>  <p> four</p>', 'one two three\n\nfour\n'],
  ['spaces between marks', '<b>one</b> <i>two</i><b> three</b>', 'one two three\n'],
  ['preformatted text', '<pre>\n  a\n    b  \n</pre>end', '  a\n    b\n\nend\n'],
  ['entities', '<p>&eacute;&#233;&#xe9; &amp;&lt;&hellip;&nbsp;x &nosuch;</p>', 'ééé &<…\u00a0x &nosuch;\n'],
  ['ruby', '<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby>', '漢字\n'],
  ['soft hyphens', 'hy&shy;phen<wbr>ated\u200bword', 'hyphenatedword\n'],
  ['what is no text', '<style>p{}</style><script>x</script><nav>menu</nav>one<svg><text>pic</text></svg><select><option>o</select> two', 'one two\n'],
  ['hidden text', 'a<span hidden>b</span><span style="display: NONE">c</span>d', 'ad\n'],
  ['quotations', 'he said <q>no</q>.', 'he said “no”.\n'],
  ['notes', 'ship<a role="doc-noteref" href="#1"><sup>1</sup></a> sails', 'ship sails\n'],
  ['what is not closed', '<p>one<p>two<div>three<b>four', 'one\n\ntwo\n\nthreefour\n'],
])('of %s in a page', async (_, body, text) => {
  expect(await html(body)).toBe(text);
}); // prettier-ignore

test.each([
  ['meta charset', encode('<!doctype html><meta charset="windows-1251"><p>привет', 'windows-1251')],
  ['http-equiv', encode('<html><meta http-equiv="Content-Type" content="text/html; charset=KOI8-R"><p>привет', 'koi8-r')],
  ['a byte-order mark', encode('<!doctype html><p>привет', 'utf-16le', { addBOM: true })],
  ['XHTML', encode('<?xml version="1.0" encoding="iso-8859-5"?><html><p>привет', 'iso-8859-5')],
  ['its bytes alone', encode(`<!doctype html><p>привет, ${'как дела у вас сегодня? '.repeat(9)}`, 'windows-1251')],
])('a page’s encoding is found by %s', async (_, bytes) => {
  expect((await extracted('page.html', bytes)).text).toContain('привет');
}); // prettier-ignore

const rtf = async (body: string) => (await extracted('a.rtf', Buffer.from(`{\\rtf1\\ansi ${body}}`, 'latin1'))).text;

test.each([
  ['code pages', "\\ansicpg1251\\'ef\\'f0\\'e8\\'e2\\'e5\\'f2", 'привет\n'],
  ['a font’s own code page', "{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}}x\\f1\\'ef\\f0\\'e9", 'xпé\n'],
  ['two bytes a character', "{\\fonttbl{\\f0\\fcharset128 M;}}\\f0\\'93\\'fa\\'96\\'7b", '日本\n'],
  ['Unicode with stand-ins', "\\uc1\\u1087?\\u1088\\'f0\\uc2\\u1080ab\\uc0\\u1074 end", 'при\u0432end\n'],
  ['Unicode beyond 16 bits', '\\u-10179?\\u-8704?', '😀\n'],
  ['groups', 'a{\\b b{\\i c}}d', 'abcd\n'],
  ['line ends', 'a\\par b\\line c\nd\\\ne', 'a\nb\ncd\ne\n'],
  ['cells', '\\trowd a\\cell b\\par c\\cell\\row\\trowd d\\cell\\cell\\row e', 'a\tb\nc\nd\ne\n'],
  ['what is no text', '{\\info{\\title t}}{\\*\\unknown u}{\\pict ffd8}a{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt link}}b', 'alinkb\n'],
  ['hidden and deleted words', 'a{\\v b}c{\\deleted d}e', 'ace\n'],
  ['raw bytes', 'a{\\*\\blob\\bin3 }}}}b', 'ab\n'],
  ['symbols', '\\ldblquote a\\rdblquote\\emdash b\\~c\\_d\\{\\}', '“a”—b\u00a0c-d{}\n'],
  ['notes', 'ship{\\footnote built in Genoa}s', 'ships\n\nbuilt in Genoa\n'],
])('of %s in RTF', async (_, body, text) => {
  expect(await rtf(body)).toBe(text);
}); // prettier-ignore

const SRT =
  '1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>Hello</i> there,\r\n{\\an8}you.\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\n- 42\r\n- 7 < 9\r\n';
const VTT =
  'WEBVTT\n\nNOTE a note\nof two lines\n\nSTYLE\n::cue {}\n\nid 1\n00:01.000 --> 00:02.000 align:start\n<v Ann>Tom &amp; <c.x>Jerry</c><00:01.500> run\n\n00:03.000 --> 00:04.000\nTom & Jerry run\nagain\n';
const ASS =
  '[Script Info]\nTitle: x\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\nDialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,{\\i1}Yes{\\i0}, no\\Nand\\hso\nComment: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,nothing\nDialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,{\\p1}m 0 0 l 1 1\n';
const SUB = '{1}{25}{y:i}First|second\n{30}{60}third\n';

test.each([
  ['SubRip', 'a.srt', SRT, 'Hello there,\nyou.\n- 42\n- 7 < 9\n', 2],
  ['WebVTT, each rolling line once', 'a.vtt', VTT, 'Tom & Jerry run\nagain\n', 2],
  ['SubStation', 'a.ass', ASS, 'Yes, no\nand so\n', 1],
  ['MicroDVD', 'a.sub', SUB, 'First\nsecond\nthird\n', 2],
])('subtitles: %s lose numbers, times and marks', async (_, name, source, text, count) => {
  const { text: words, report } = await extracted(name, source);
  expect(words).toBe(text);
  expect(report).toMatchObject({ unit: 'caption', count });
});

const xml = (text: string) =>
  text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? '');
const docx = (paragraphs: string[]) => {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t xml:space="preserve">${xml(text)}</w:t></w:r></w:p>`).join('');
  return zipOf([
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: 'word/document.xml', data: `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>` },
  ]);
};
const odt = (paragraphs: string[]) => {
  const body = paragraphs.map((text) => `<text:p>${xml(text)}</text:p>`).join('');
  return zipOf([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', isStored: true },
    { name: 'content.xml', data: `<office:document-content><office:text>${body}</office:text></office:document-content>` },
  ]);
}; // prettier-ignore
const epub = (paragraphs: string[]) => {
  const chapter = paragraphs.map((text) => `<p>${xml(text)}</p>`).join('');
  return zipOf([
    { name: 'mimetype', data: 'application/epub+zip', isStored: true },
    { name: 'META-INF/container.xml', data: '<container><rootfile full-path="a/b.opf"/></container>' },
    { name: 'a/b.opf', data: '<package><manifest><item id="c" href="c%20d.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>' },
    { name: 'a/c d.xhtml', data: `<html><body>${chapter}</body></html>` },
  ]);
}; // prettier-ignore
const rtfOf = (paragraphs: string[]) => {
  const escaped = (text: string) =>
    text.replace(/[\\{}]/g, '\\$&').replace(/[^\x20-\x7e]/g, (unit) => `\\u${(unit.charCodeAt(0) << 16) >> 16}?`);
  return Buffer.from(`{\\rtf1\\ansi ${paragraphs.map((text) => `${escaped(text)}\\par\n`).join('')}}`, 'latin1');
};
const page = (paragraphs: string[]) =>
  Buffer.from(`<!doctype html><meta charset=utf-8>${paragraphs.map((text) => `<p>${xml(text)}</p>`).join('')}`);

/** Words of any characters that are seen, with single spaces. */
const word = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 8 })
  .filter((text) => /^[\p{L}\p{N}\p{P}\p{S}]+$/u.test(text));
const paragraph = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 6 });

test.each([
  ['docx', docx, '\n'],
  ['odt', odt, '\n'],
  ['rtf', rtfOf, '\n'],
  ['epub', epub, '\n\n'],
  ['html', page, '\n\n'],
] as const)('a text comes back out of %s', async (ending, make, between) => {
  const folder = await temporaryFolder();
  await fc.assert(
    fc.asyncProperty(paragraphs, async (texts) => {
      const { text }: Extracted = await extracted(`a.${ending}`, make(texts), { folder });
      expect(text).toBe(`${texts.join(between)}\n`);
    }),
    { numRuns: 60 },
  );
});

test('a book of several chapters keeps their order and counts those that are missing', async () => {
  const item = (id: string) => `<item id="${id}" href="${id}.xhtml" media-type="application/xhtml+xml"/>`;
  const book = zipOf([
    { name: 'META-INF/container.xml', data: '<container><rootfile full-path="b.opf"/></container>' },
    { name: 'b.opf', data: `<package><manifest>${['a', 'b', 'c'].map(item).join('')}</manifest><spine><itemref idref="c"/><itemref idref="b"/><itemref idref="a"/></spine></package>` },
    { name: 'a.xhtml', data: '<p>last' },
    { name: 'c.xhtml', data: '<p>first' },
  ]); // prettier-ignore
  const { text, report } = await extracted('a.epub', book);
  expect(text).toBe('first\n\nlast\n');
  expect(report).toMatchObject({ count: 2, leftOut: ['1 chapter that is missing from the file'] });
});

test('an archive gives its files in name order, each in its encoding, and says what is left out', async () => {
  const archive = zipOf([
    { name: 'b 10.txt', data: encode('été\n', 'windows-1252') },
    { name: 'b 2.txt', data: encode('привет\n', 'utf-16le', { addBOM: true }) },
    { name: '../../c.docx', data: docx(['words']) },
    { name: '.hidden', data: 'no' },
    { name: 'folder/', data: '' },
    { name: 'x.png', data: '\x89PNG\r\n\x1a\n' },
    { name: 'inner.zip', data: zipOf([{ name: 'a.txt', data: 'deep' }]) },
  ]);
  const { text, report } = await extracted('all.zip', archive);
  expect(text).toBe('words\n\nпривет\n\nété\n');
  expect(report.members.map(({ name, sentence }) => [name, sentence !== null])).toEqual([
    ['../../c.docx', false],
    ['b 2.txt', false],
    ['b 10.txt', false],
    ['inner.zip', true],
    ['x.png', true],
  ]);
  const [, second] = report.members;
  const chosen = await extracted('all.zip', archive, { leaveOut: [second!.key] });
  expect(chosen.text).toBe('words\n\nété\n');
});
