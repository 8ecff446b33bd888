// Tests that folders are made with all that they lie in, or refused at once.
import { mkdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { needs } from '../../needs';
import { makeFolders } from '../../../src-engine/files/make-folders';
import { temporaryFolder } from '../built-engine';

const isFolder = async (path: string) => (await stat(path)).isDirectory();

test('a folder is made with all that it lies in; one that is there, or is made meanwhile, is as good', async () => {
  const path = join(await temporaryFolder(), 'a', 'b', 'c');
  await Promise.all([makeFolders(path), makeFolders(path), mkdir(path, { recursive: true })]);
  await makeFolders(path);
  expect(await isFolder(path)).toBe(true);
});

test('so is one behind a link to a folder; what is no folder is in the way', async () => {
  const home = await temporaryFolder();
  await symlink(home, join(home, 'link'), 'junction');
  await makeFolders(join(home, 'link', 'a'));
  expect(await isFolder(join(home, 'a'))).toBe(true);
  await writeFile(join(home, 'file'), '');
  await expect(makeFolders(join(home, 'file'))).rejects.toThrow('EEXIST');
  await expect(makeFolders(join(home, 'file', 'a'))).rejects.toThrow(/ENOTDIR|cannot be made/);
});

test('where no folder can be made it is said at once, not tried for ever', async (context) => {
  needs(context, 'linux');
  for (const path of ['/proc/unroll', '/proc/unroll/a/b', '/proc/self/unroll/a'])
    await expect(makeFolders(path)).rejects.toThrow('The folder "unroll" cannot be made there. Choose another place.');
});
