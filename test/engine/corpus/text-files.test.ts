// Tests that files of any number and any name are one text, and that what is none says so.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdir, rename, symlink, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { device } from '../../fixtures/device';
import { needs } from '../../needs';
import { bytesBetween } from '../../../src-engine/corpus/between-files';
import { fileFacts } from '../../../src-engine/corpus/full-checksum';
import { openTextFiles, type TextFiles } from '../../../src-engine/corpus/text-files';
import { sentenceOf } from '../../../src-engine/problem';
import { exampleText, temporaryFolder } from '../built-engine';

async function wholeOf(text: TextFiles): Promise<Buffer> {
  const all = Buffer.alloc(text.bytes);
  await text.read(all, 0);
  return all;
}

/** Its files, each of these bytes. */
async function folderOf(files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
  return folder;
}

const refusalOf = (paths: string[]) => openTextFiles(paths).then(() => 'none', sentenceOf);

test('a folder is one text in name order, hidden files passed over', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'b'));
  await writeFile(join(folder, 'a10.txt'), 'ten.');
  await writeFile(join(folder, 'a2.txt'), 'two.');
  await writeFile(join(folder, '.hidden'), 'no');
  await writeFile(join(folder, 'b', 'c.txt'), 'last');
  const text = await openTextFiles([folder]);
  const all = new Uint8Array(text.bytes);
  await text.read(all, 0);
  expect(Buffer.from(all).toString()).toBe('two.ten.last');
  const across = new Uint8Array(6);
  await text.read(across, 2);
  expect(Buffer.from(across).toString()).toBe('o.ten.');
  await text.close();
});

test('a file that became shorter while it was read is reported by name', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'gone.txt');
  await writeFile(path, exampleText(5000));
  const text = await openTextFiles([path]);
  await truncate(path, 10);
  await expect(text.read(new Uint8Array(100), 4000)).rejects.toThrow('"gone.txt" is now shorter than 5,000 bytes');
  await text.close();
});

test('an empty folder and a missing file are reported', async () => {
  const folder = await temporaryFolder();
  await expect(openTextFiles([folder])).rejects.toThrow('contains no files');
  await expect(openTextFiles([join(folder, 'none.txt')])).rejects.toThrow('ENOENT');
});

test('a file whose name is not UTF-8 is read like any other', async (context) => {
  needs(context, 'linux');
  const folder = await folderOf({ 'a.txt': 'first,' });
  const name = Buffer.from('caf\xe9.txt', 'latin1');
  await writeFile(Buffer.concat([Buffer.from(`${folder}/`), name]), 'second');
  const text = await openTextFiles([folder]);
  expect(text.names).toEqual(['a.txt', 'caf\ufffd.txt']);
  expect((await wholeOf(text)).toString()).toBe('first,second');
  await text.close();
  // As a run's record keeps them, and watches them.
  expect(await fileFacts(text.paths)).not.toBeNull();
  const again = await openTextFiles(JSON.parse(JSON.stringify(text.paths)) as string[]);
  expect((await wholeOf(again)).toString()).toBe('first,second');
  await again.close();
});

test('of many files few are open at a time, and every byte is read', async () => {
  const names = Array.from({ length: 300 }, (_, index) => `${index}.txt`);
  const folder = await folderOf(Object.fromEntries(names.map((name) => [name, `${name}\n`])));
  const openNow = () => (process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0);
  const before = openNow();
  const text = await openTextFiles([folder]);
  const wanted = Buffer.from(names.map((name) => `${name}\n`).join(''));
  const pieces = Array.from({ length: text.bytes - 9 }, (_, offset) => offset);
  let mostOpen = openNow();
  await Promise.all(
    pieces.map(async (offset) => {
      const piece = new Uint8Array(10);
      await text.read(piece, offset);
      if (offset % 50 === 0) mostOpen = Math.max(mostOpen, openNow());
      if (!wanted.subarray(offset, offset + 10).equals(piece)) throw new Error(`wrong at ${offset}`);
    }),
  );
  await text.close();
  expect(mostOpen - before).toBeLessThan(60);
});

test('a file that is opened again has to be as long as it was', async () => {
  const names = Array.from({ length: 60 }, (_, index) => `${index}.txt`);
  const folder = await folderOf(Object.fromEntries(names.map((name) => [name, 'the same\n'])));
  const text = await openTextFiles([folder]);
  await writeFile(join(folder, 'new'), 'another one, longer\n');
  await rename(join(folder, 'new'), join(folder, '0.txt'));
  await expect(text.read(new Uint8Array(9), 0)).rejects.toThrow('"0.txt" no longer has 9 bytes');
  await text.close();
});

test.each([
  ['nothing', 'utf-8', '\ufeffone\ufefftwo'],
  ['line-end', 'utf-8', '\ufeffone\ntwo'],
  ['two-line-ends', 'utf-8', '\ufeffone\n\ntwo'],
] as const)(
  '%s stands between files, and marks stay only where nothing does',
  async (betweenFiles, encoding, whole) => {
    const folder = await folderOf({ 'a.txt': '\ufeffone', 'b.txt': '', 'c.txt': '\ufefftwo' });
    const text = await openTextFiles([folder], bytesBetween({ betweenFiles }, encoding));
    expect((await wholeOf(text)).toString()).toBe(whole);
    expect(text.innerMarks).toBe(betweenFiles === 'nothing' ? 1 : 0);
    await text.close();
  },
);

test('a line end between files is one in the text’s encoding', async () => {
  const folder = await folderOf({ 'a.txt': Buffer.from('one', 'utf16le'), 'b.txt': Buffer.from('two', 'utf16le') });
  const text = await openTextFiles([folder], bytesBetween({ betweenFiles: 'line-end' }, 'utf-16le'));
  expect((await wholeOf(text)).toString('utf16le')).toBe('one\ntwo');
  await text.close();
  expect(bytesBetween({ betweenFiles: 'two-line-ends' }, 'utf-16be')).toEqual(Uint8Array.of(0, 10, 0, 10));
});

test('what is no text is named for what it is', async (context) => {
  needs(context, 'signals');
  const folder = await folderOf({ file: 'x' });
  const at = (name: string) => join(folder, name);
  execFileSync('mkfifo', [at('pipe')]);
  await symlink('circle', at('circle'));
  const server = createServer().listen(at('socket'));
  onTestFinished(() => void server.close());
  await new Promise((listening) => server.once('listening', listening));
  expect(await refusalOf([at('pipe')])).toBe('"pipe" is a pipe, not a file. Choose a text file.');
  expect(await refusalOf([at('socket')])).toBe('"socket" is a socket, not a file. Choose a text file.');
  expect(await refusalOf([device(folder, 'null')])).toBe('"null" is a device, not a file. Choose a text file.');
  expect(await refusalOf([at('circle')])).toBe('"circle" is a link that leads in a circle. Choose the file itself.');
  expect(await refusalOf([at('file/below')])).toContain('part of its path is not a folder');
  expect(await refusalOf([at('a'.repeat(300))])).toMatch(/^"a{100}…" has a name or path that is too long/);
});
