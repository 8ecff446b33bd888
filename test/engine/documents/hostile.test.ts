// Tests what a hostile or damaged document can do: nothing but be refused with a sentence, soon, in little memory, and without a file left or written elsewhere.
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { createDocumentReader, READER_BOUNDS, type ReaderBounds } from '../../../src-engine/documents/document-reader';
import type { ExtractionOrder } from '../../../src-engine/documents/extract';
import { isProblem } from '../../../src-engine/problem';
import { recognise } from '../../../src-engine/documents/recognise';
import { zipOf, type ZipEntry } from '../../fixtures/zip-writer';
import { BUILT, temporaryFolder } from '../built-engine';
import { CMAPS, extracted, fixture } from './extracted';

const MEGABYTE = 2 ** 20;
const document = (body: string): ZipEntry[] => [
  { name: '[Content_Types].xml', data: '<Types/>' },
  { name: 'word/document.xml', data: body },
];

test('a bomb is refused long before it is unpacked, by what it unpacks to and not by what it says', async () => {
  const zeros = Buffer.alloc(80 * MEGABYTE, 0x20);
  const packed = deflateRawSync(zeros, { level: 9 });
  const bomb = zipOf([{ name: 'a.txt', data: zeros, packed }]);
  await expect(extracted('bomb.zip', bomb)).rejects.toThrow(/"bomb\.zip" unpacks to more than .* built to do harm/);
  // One that says it is small is found out as damaged.
  const liar = zipOf([{ name: 'a.txt', data: zeros, packed, claimedBytes: 10 }]);
  await expect(extracted('liar.zip', liar)).rejects.toThrow(/"liar\.zip" is damaged/);
  const inDocument = zipOf([{ name: '[Content_Types].xml', data: '' }, { name: 'word/document.xml', data: zeros, packed }]);
  await expect(extracted('bomb.docx', inDocument)).rejects.toThrow(/built to do harm/);
}); // prettier-ignore

test('text without end is refused, and nothing of it stays', async () => {
  const folder = await temporaryFolder();
  const long = '<!doctype html>' + '<p>word</p>'.repeat(1e5);
  await expect(extracted('long.html', long, { folder, limits: { textBytes: 1e5 } })).rejects.toThrow(
    /"long\.html" holds more than 100,000 bytes of text/,
  );
  expect(await readdir(folder)).toEqual(['document']);
});

test('elements within one another, and entities of entities, cost little', async () => {
  const deep = (depth: number) => extracted('deep.html', `<!doctype html>${'<div>'.repeat(depth)}word`);
  expect((await deep(10_000)).text).toBe('word\n');
  await expect(deep(1e6)).rejects.toThrow(/nested deeper than any program writes/);
  const entities = Array.from({ length: 30 }, (_, index) => `<!ENTITY e${index} "&e${index + 1};&e${index + 1};">`);
  const laughs = `<?xml version="1.0"?><!DOCTYPE d [${entities.join('')}]><d><w:p><w:r><w:t>ha &e0;</w:t></w:r></w:p></d>`;
  const { text } = await extracted('laughs.docx', zipOf(document(laughs)));
  expect(text.length).toBeLessThan(50);
  expect((await extracted('deep.rtf', `{\\rtf1 ${'{'.repeat(1e6)}word`)).text).toBe('word\n');
});

test('names in an archive are never paths', async () => {
  const folder = await temporaryFolder();
  const inner = join(folder, 'a', 'b');
  await mkdir(inner, { recursive: true });
  const names = ['../../../evil.txt', '/tmp/evil.txt', 'C:\\evil.txt', '..\\..\\evil.txt', 'con', 'a\0b.txt', Buffer.from([0x82, 0x2e, 0x74])];
  const archive = zipOf(names.map((name) => ({ name, data: 'word\n' })));
  const { report } = await extracted('names.zip', archive, { folder: inner });
  expect(report.count).toBe(names.length);
  expect(await readdir(folder)).toEqual(['a']);
  expect(await readdir(join(folder, 'a'))).toEqual(['b']);
}); // prettier-ignore

test.each([
  ['a zip', zipOf([{ name: 'a.txt', data: 'word', isEncrypted: true }]), 'a.zip', /password/],
  ['a Word document', zipOf(document('').map((entry) => ({ ...entry, isEncrypted: true }))), 'a.docx', /password/],
  [
    'an OpenDocument text',
    zipOf([
      { name: 'mimetype', data: 'application/vnd.oasis.opendocument.text' },
      { name: 'META-INF/manifest.xml', data: '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>' },
      { name: 'content.xml', data: 'x' },
    ]),
    'a.odt',
    /password/,
  ],
  [
    'a book with copy protection',
    zipOf([
      { name: 'META-INF/container.xml', data: '<rootfile full-path="b.opf"/>' },
      { name: 'META-INF/encryption.xml', data: '<EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/><CipherReference URI="a.xhtml"/></EncryptedData>' },
      { name: 'b.opf', data: '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><itemref idref="a"/>' },
      { name: 'a.xhtml', data: 'xx' },
    ]),
    'a.epub',
    /protected against copying \(DRM\)/,
  ],
  ['a spreadsheet', zipOf([{ name: '[Content_Types].xml', data: '' }, { name: 'xl/workbook.xml', data: '' }]), 'a.txt', /"a\.txt" is an Excel spreadsheet, not a text\. Save it as CSV/],
  ['a presentation', zipOf([{ name: '[Content_Types].xml', data: '' }, { name: 'ppt/presentation.xml', data: '' }]), 'a.pptx', /PowerPoint/],
  ['a network of torch.save', zipOf([{ name: 'archive/data.pkl', data: 'x' }, { name: 'archive/version', data: '3\n' }]), 'a.pt', /"a\.pt" is a PyTorch file \(torch\.save\), not a text\. Save the network’s state_dict/],
  ['a Pages document', zipOf([{ name: 'Index/Document.iwa', data: '' }]), 'a.pages', /Apple iWork document/],
  ['a page without words', Buffer.from('<!doctype html><p> </p>'), 'a.html', /"a\.html" has no words in it/],
])('%s is refused with what to do', async (_, bytes, name, sentence) => {
  await expect(extracted(name, bytes)).rejects.toThrow(sentence);
}); // prettier-ignore

test('a network as torch.save wrote it before PyTorch 1.6 is known by its first bytes', () => {
  const beginning = Buffer.from('\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19.', 'latin1');
  expect(recognise(beginning, 'a.pt')).toEqual({
    is: 'foreign',
    what: 'a PyTorch file (torch.save)',
    advice: 'network',
  });
});

const WHOLE = ['pandoc.docx', 'pandoc.odt', 'pandoc.epub', 'pandoc.rtf', 'pandoc.html', 'groff.pdf'];

test.each(WHOLE)('%s cut off anywhere is read in part or refused with a sentence', async (name) => {
  const bytes = await fixture(name);
  const folder = await temporaryFolder();
  const step = Math.ceil(bytes.length / (name.endsWith('pdf') ? 25 : 150));
  for (let end = bytes.length - 1; end > 0; end -= step) {
    const error: unknown = await extracted(name, bytes.subarray(0, end), { folder }).then(
      () => null,
      (reason: unknown) => reason,
    );
    if (error === null) continue;
    expect(isProblem(error), `${name} cut at ${end}`).toBe(true);
    expect((error as Error).message).toMatch(/^"pandoc|^"groff/);
  }
});

/** The thread itself, as it is built. */
async function reader(bounds: Partial<ReaderBounds>) {
  const folder = await temporaryFolder();
  const made = createDocumentReader(new URL('main/document-worker-main.js', BUILT), { ...READER_BOUNDS, ...bounds });
  onTestFinished(() => made.close());
  const order = async (name: string, bytes: Uint8Array | string, form: ExtractionOrder['form']) => {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return { path, name, form, target: join(folder, 'text'), leaveOut: [], cmapsFolder: CMAPS.href };
  };
  return { made, order, folder };
}

test('a document that takes too long, too much or is not wanted any more ends with its thread, and the next one is read', async () => {
  const { made, order, folder } = await reader({ silenceMs: 2000, heapMegabytes: 64 });
  // One name of a tag, as long as the file.
  const tag = await order('tag.html', `<!doctype html><${'a'.repeat(150 * MEGABYTE)}`, 'html');
  await expect(made.read(tag)).rejects.toThrow(/takes more memory to read than any document should|takes too long|damaged/);
  const slow = await order('slow.html', `<!doctype html>${'<p>word '.repeat(3e6)}`, 'html');
  const stop = new AbortController();
  const reading = made.read(slow, { signal: stop.signal, onProgress: () => stop.abort(new Error('not wanted')) });
  await expect(reading).rejects.toThrow('not wanted');
  expect((await readdir(folder)).toSorted()).toEqual(['slow.html', 'tag.html']);
  const good = await order('good.html', '<!doctype html><p>word', 'html');
  expect((await made.read(good)).report.bytes).toBe(5);
}); // prettier-ignore

test('a PDF is read in the thread as it is built', async () => {
  const { made, order } = await reader({});
  const shares: number[] = [];
  const pdf = await order('groff.pdf', await fixture('groff.pdf'), 'pdf');
  const { report } = await made.read(pdf, { onProgress: (share) => shares.push(share) });
  expect(report).toMatchObject({ unit: 'page', count: 3 });
});
