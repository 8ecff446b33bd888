// Tests that copies lie under the checksum of their content, are shared, and go only when no run uses them and they are old.
import { mkdir, readFile, readdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createDocumentReader } from '../../../src-engine/documents/document-reader';
import { KeptTexts, keptName } from '../../../src-engine/documents/kept-texts';
import { isUnreadable, makeReadable } from '../../../src-engine/documents/readable-texts';
import { BUILT, temporaryFolder } from '../built-engine';
import { CMAPS, fixture } from './extracted';

const DAYS_MS = 24 * 3600 * 1000;

test('the same content under the same name is kept once, and under its name', async () => {
  const kept = new KeptTexts(join(await temporaryFolder(), 'texts'));
  const first = await kept.keepBytes(Buffer.from('words'), 'Faust.epub');
  expect(await kept.keepBytes(Buffer.from('words'), 'Faust.epub')).toBe(first);
  expect(first).toMatch(/[\\/][0-9a-f]{24}[\\/]Faust\.txt$/);
  expect(dirname(await kept.keepBytes(Buffer.from('words'), 'other.docx'))).toBe(dirname(first));
  expect(dirname(await kept.keepBytes(Buffer.from('word'), 'Faust.epub'))).not.toBe(dirname(first));
  expect(await readdir(kept.path)).toHaveLength(2);
});

test('names become such as every system takes', () => {
  expect(keptName('../../a:b*c?.pdf')).toBe('a b c.txt');
  expect(keptName('.txt')).toBe('Text.txt');
  expect(keptName(`${'x'.repeat(300)}.docx`)).toBe(`${'x'.repeat(80)}.txt`);
});

test('a copy goes when no run uses it and it has not been made for 30 days; until then the runs are not even read', async () => {
  const kept = new KeptTexts(join(await temporaryFolder(), 'texts'));
  const used = await kept.keepBytes(Buffer.from('used'), 'a.epub');
  const unused = await kept.keepBytes(Buffer.from('unused'), 'b.epub');
  await kept.clean(() => Promise.reject(new Error('asked')));
  const old = new Date(Date.now() - 31 * DAYS_MS);
  for (const path of [used, unused]) await utimes(dirname(path), old, old);
  await mkdir(join(kept.path, 'something else'));
  await kept.clean(() => Promise.resolve([used]));
  expect((await readdir(kept.path)).toSorted()).toEqual([dirname(used).slice(-24), 'something else'].toSorted());
  expect(await readFile(used, 'utf8')).toBe('used');
});

test('a folder of documents, texts and others becomes texts in one encoding, in name order', async () => {
  const folder = await temporaryFolder();
  const texts = join(folder, 'mixed');
  await mkdir(texts);
  await writeFile(join(texts, '1.txt'), Buffer.from('caf\xe9 au lait, d\xe9j\xe0 vu', 'latin1'));
  await writeFile(join(texts, '2.txt'), 'déjà');
  await writeFile(join(texts, '3.epub'), await fixture('pandoc.epub'));
  await writeFile(join(texts, '4.txt'), '\x89PNG\r\n\x1a\n', 'latin1');
  await writeFile(join(texts, '5.docx'), 'PK\x03\x04 broken');
  const reader = createDocumentReader(new URL('main/document-worker-main.js', BUILT));
  const parts = { reader, kept: new KeptTexts(join(folder, 'texts')), cmapsFolder: CMAPS };
  const seen: string[] = [];
  const readable = await makeReadable([texts], parts, { onProgress: ({ name }) => seen.push(name) });
  const contents = await Promise.all(readable.paths.map((path) => readFile(path, 'utf8')));
  expect(contents[0]).toBe('café au lait, déjà vu\n');
  expect(contents[1]).toBe('déjà');
  expect(contents[2]).toMatch(/^The Tale of the Ship/);
  expect(contents).toHaveLength(3);
  expect(readable.paths[1]).toBe(join(texts, '2.txt'));
  expect(readable.reports.map(({ name, sentence }) => [name, sentence === null])).toEqual([
    ['3.epub', true],
    ['4.txt', false],
    ['5.docx', false],
  ]);
  expect(seen).toContain('3.epub');
  // As they are, nothing is read; and alone, what holds no words is refused.
  const asIs = await makeReadable([texts], parts, { reading: { isAsIs: true, leaveOut: [] } });
  expect(asIs).toEqual({ paths: [texts], reports: [] });
  const error: unknown = await makeReadable([join(texts, '4.txt')], parts).catch((reason: unknown) => reason);
  expect(isUnreadable(error)).toBe(true);
});
