import { open, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encode } from 'iconv-lite';
import { expect, test } from 'vitest';
import { convertToUtf8 } from '../../../src-engine/corpus/convert-text';
import { occurringBytes } from '../../../src-engine/corpus/occurring-bytes';
import { summarise, type Summary } from '../../../src-engine/corpus/summary';
import { openTextFiles } from '../../../src-engine/corpus/text-files';
import type { TextCounts } from '../../../src-engine/protocol/texts';
import { device } from '../../fixtures/device';
import { needs } from '../../needs';
import { temporaryFolder } from '../built-engine';

const never = new AbortController().signal;

async function textOf(name: string, bytes: Uint8Array | string) {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, bytes);
  return { path, text: await openTextFiles([path]) };
}

async function summaryOf(bytes: Uint8Array | string, signal = never) {
  const { text } = await textOf('text.txt', bytes);
  const summaries: Summary[] = [];
  const counts: TextCounts[] = [];
  const onSummary = (summary: Summary) => summaries.push(summary);
  await summarise(text, { onSummary, onCounts: (told) => counts.push(told) }, signal);
  await text.close();
  return { summaries, counts };
}

test('a short text is summarised at once and whole', async () => {
  const { summaries, counts } = await summaryOf('one\r\ntwo\r\n');
  expect(counts).toEqual([]);
  expect(summaries).toMatchObject([
    { encoding: 'utf-8', notice: null, isConvertible: false, firstLines: 'one\ntwo\n', counts: { isCounting: false } },
  ]);
  expect(summaries[0]!.counts.lineEnds).toEqual({ lf: 0, crlf: 2, cr: 0 });
});

test('a long text is summarised from its beginning, then counted to its end', async () => {
  const { summaries, counts } = await summaryOf(`${'abc\n'.repeat(600_000)}z`);
  expect(summaries[0]!.counts).toMatchObject({ isCounting: true, distinctBytes: 4 });
  expect(counts.at(-1)).toMatchObject({ isCounting: false, distinctBytes: 5, countedBytes: 2_400_001 });
});

test('counting that is stopped reports last how far it came', async () => {
  const stop = new AbortController();
  const { text } = await textOf('text.txt', 'abc\n'.repeat(600_000));
  const counts: TextCounts[] = [];
  const onCounts = (told: TextCounts) => counts.push(told);
  await summarise(text, { onSummary: () => stop.abort(), onCounts }, stop.signal);
  await text.close();
  expect(counts).toMatchObject([{ isCounting: false, countedBytes: 2 ** 20 }]);
});

test('what is no longer UTF-8 far behind the beginning is reported as another encoding', async () => {
  const late = encode('Où était-il allé, ce garçon ? « Là-bas », répondit Élise.\n'.repeat(100), 'windows-1252');
  const { summaries } = await summaryOf(Buffer.concat([Buffer.from('plain\n'.repeat(400_000)), late]));
  expect(summaries.map(({ encoding }) => encoding)).toEqual(['utf-8', 'windows-1252']);
});

test('a stray byte far behind the beginning leaves a text UTF-8, with a notice', async () => {
  const long = Buffer.from('naïve, plain\n'.repeat(200_000));
  const { summaries } = await summaryOf(Buffer.concat([long, Uint8Array.of(0xe9, 10), long]));
  expect(summaries.map(({ encoding }) => encoding)).toEqual(['utf-8', 'utf-8']);
  expect(summaries.map(({ notice }) => notice)).toEqual([
    null,
    expect.stringContaining('UTF-8 but for one byte that is not: in line 200,001 (byte 2,800,000)'),
  ]);
});

test('counting and looking for bytes end when they are stopped', async () => {
  const { text } = await textOf('text.txt', 'abc\n'.repeat(600_000));
  const stop = new AbortController();
  const told: number[] = [];
  const looking = occurringBytes(text, {
    signal: stop.signal,
    onProgress: (share) => {
      told.push(share);
      stop.abort();
    },
  });
  await expect(looking).rejects.toThrow('aborted');
  expect(told.length).toBe(1);
  expect(await occurringBytes(text)).toEqual([10, 97, 98, 99]);
  await text.close();
});

test.each(['utf-16le', 'utf-16be', 'windows-1252', 'shift_jis', 'koi8-r'] as const)(
  'a text in %s is written as UTF-8, its mark left out',
  async (encoding) => {
    const words = encoding === 'shift_jis' ? '吾輩は猫である。\n' : encoding === 'koi8-r' ? 'Привет\n' : 'déjà vu\n';
    // Longer than a piece, so that characters are cut between two.
    const original = words.repeat(180_000);
    const { path, text } = await textOf('old.txt', encode(original, encoding, { addBOM: encoding.startsWith('utf') }));
    const target = join(path, '..', 'new.txt');
    const shares: number[] = [];
    await convertToUtf8(text, encoding, target, { signal: never, onProgress: (share) => shares.push(share) });
    expect(await readFile(target, 'utf8')).toBe(original);
    expect(shares.at(-1)).toBe(1);
    await text.close();
  },
);

test('a conversion that is stopped leaves nothing, and never overwrites its own text or a device', async (context) => {
  needs(context, 'signals');
  const { path, text } = await textOf('old.txt', encode('déjà vu\n'.repeat(400_000), 'windows-1252'));
  const stop = new AbortController();
  const converting = convertToUtf8(text, 'windows-1252', join(path, '..', 'new.txt'), {
    signal: stop.signal,
    onProgress: () => stop.abort(),
  });
  await expect(converting).rejects.toThrow('aborted');
  expect(await readdir(join(path, '..'))).toEqual(['old.txt']);
  await expect(
    convertToUtf8(text, 'windows-1252', path, { signal: never, onProgress: () => undefined }),
  ).rejects.toThrow('is the text itself');
  const target = device(await temporaryFolder(), 'null');
  await expect(
    convertToUtf8(text, 'windows-1252', target, { signal: never, onProgress: () => undefined }),
  ).rejects.toThrow('"null" is a device, not a file. Choose another name.');
  await text.close();
});

test('the counts of a large sparse text stay within the memory of a few pieces', async () => {
  const path = join(await temporaryFolder(), 'sparse.txt');
  const file = await open(path, 'w');
  await file.truncate(2 ** 26);
  await file.close();
  const text = await openTextFiles([path]);
  const buffers = new Set<ArrayBufferLike>();
  let readBytes = 0;
  const read: typeof text.read = (into, offset) => {
    buffers.add(into.buffer);
    readBytes += into.length;
    return text.read(into, offset);
  };
  await summarise({ ...text, read }, { onSummary: () => undefined, onCounts: () => undefined }, never);
  expect(readBytes).toBeGreaterThanOrEqual(2 ** 26);
  expect([...buffers].reduce((sum, { byteLength }) => sum + byteLength, 0)).toBeLessThan(32 * 2 ** 20);
  await text.close();
});
