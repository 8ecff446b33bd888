// Makes folders where a file is to be put. Node's own way, which makes all of a path, never ends where a file system answers that
// something in it is not there, as /proc does.
import { mkdir, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { problem } from '../problem';
import { readableName } from './system-names';

const isFolder = (path: string) =>
  stat(path).then(
    (facts) => facts.isDirectory(),
    () => false,
  );

const isNotThere = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

async function makeOne(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (!(await isFolder(path))) throw error;
  }
}

/** This folder and all that it lies in; one that is there is as good. */
export async function makeFolders(path: string): Promise<void> {
  try {
    await makeOne(path);
  } catch (error) {
    if (!isNotThere(error) || dirname(path) === path) throw error;
    await makeFolders(dirname(path));
    await makeOne(path).catch((again: unknown) => {
      if (!isNotThere(again)) throw again;
      throw problem(`The folder "${readableName(basename(path))}" cannot be made there. Choose another place.`);
    });
  }
}
