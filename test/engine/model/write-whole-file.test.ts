import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { device } from '../../fixtures/device';
import { needs } from '../../needs';
import { writeWholeFile } from '../../../src-engine/model/write-whole-file';
import { sentenceOf } from '../../../src-engine/problem';
import { temporaryFolder } from '../built-engine';

describe('writing a whole file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unroll-whole-file-'));
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await rm(folder, { recursive: true, force: true });
  });

  test('puts the new bytes, or text, in the old ones’ place and leaves nothing beside them', async () => {
    const path = join(folder, 'run.json');
    await writeWholeFile(path, '{"naïve": "日本"}');
    expect(await readFile(path, 'utf8')).toBe('{"naïve": "日本"}');
    const bytes = Uint8Array.from({ length: 3_000_000 }, (_, index) => index % 251);
    await writeWholeFile(path, bytes.subarray(1, 2_999_999));
    expect((await readFile(path)).equals(bytes.subarray(1, 2_999_999))).toBe(true);
    await writeWholeFile(path, '');
    expect(await readFile(path, 'utf8')).toBe('');
    expect(await readdir(folder)).toEqual(['run.json']);
  });

  test('several at once to one path end as one of them, whole', async () => {
    const path = join(folder, 'run.json');
    const texts = Array.from({ length: 8 }, (_, index) => String(index).repeat(100_000));
    await Promise.all(texts.map((text) => writeWholeFile(path, text)));
    expect(texts).toContain(await readFile(path, 'utf8'));
    expect(await readdir(folder)).toEqual(['run.json']);
  });

  test('where it may not be put in place, the error names the file and no temporary file is left', async () => {
    const path = join(folder, 'taken');
    await mkdir(path);
    const error = await writeWholeFile(path, 'x').catch((reason: unknown) => reason);
    expect(sentenceOf(error)).toBe(`"taken" is a folder. Choose a file.`);
    expect(await readdir(folder)).toEqual(['taken']);
    const nowhere = join(folder, 'none', 'run.json');
    const missing = await writeWholeFile(nowhere, 'x').catch((reason: unknown) => reason);
    expect(sentenceOf(missing)).toContain(`"run.json" was not found`);
  });

  test('a pipe or a device stays what it is', async (context) => {
    needs(context, 'linux');
    const path = join(folder, 'pipe');
    execFileSync('mkfifo', [path]);
    await expect(writeWholeFile(path, 'x')).rejects.toThrow('"pipe" is a pipe, not a file. Choose another name.');
    expect((await stat(path)).isFIFO()).toBe(true);
    await symlink(device(await temporaryFolder(), 'null'), join(folder, 'link'));
    await expect(writeWholeFile(join(folder, 'link'), 'x')).rejects.toThrow('"link" is a device, not a file.');
    expect((await readdir(folder)).sort()).toEqual(['link', 'pipe']);
  });

  test('a disk that takes only a part fails or gets the rest, and never cuts the file', async () => {
    const path = join(folder, 'model.safetensors');
    await writeFile(path, 'the good one');
    // As a full disk does: the system writes what fits, and says how much that was.
    const write = fs.write.bind(fs) as (...all: unknown[]) => void;
    vi.spyOn(fs, 'write').mockImplementation((file: number, data: unknown, ...rest: unknown[]) => {
      if (ArrayBuffer.isView(data)) write(file, data, 0, Math.floor(data.byteLength / 2), 0, rest.at(-1));
      else write(file, String(data).slice(0, String(data).length / 2), 0, 'utf8', rest.at(-1));
    });
    await writeWholeFile(path, Buffer.alloc(100_000, 7));
    expect((await readFile(path)).equals(Buffer.alloc(100_000, 7))).toBe(true);
  });

  test('a write that fails half way leaves the old file as it was, and nothing beside it', async () => {
    const path = join(folder, 'model.safetensors');
    await writeFile(path, 'the good one');
    function* breakingOff() {
      yield 'the first half';
      throw new Error('the disk is gone');
    }
    await expect(writeWholeFile(path, breakingOff() as unknown as string)).rejects.toThrow('the disk is gone');
    expect(await readFile(path, 'utf8')).toBe('the good one');
    expect(await readdir(folder)).toEqual(['model.safetensors']);
  });
});

test('a name may be as long as the file system has them, and no longer', async (context) => {
  needs(context, 'linux');
  const folder = await temporaryFolder();
  const longest = `${'b'.repeat(251)}.txt`;
  await writeWholeFile(join(folder, longest), 'whole');
  expect(await readdir(folder)).toEqual([longest]);
  expect(await readFile(join(folder, longest), 'utf8')).toBe('whole');
  await expect(writeWholeFile(join(folder, `${longest}x`), 'whole')).rejects.toThrow('ENAMETOOLONG');
  expect(await readdir(folder)).toEqual([longest]);
});
