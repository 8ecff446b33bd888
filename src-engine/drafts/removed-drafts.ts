// Drafts that were removed: they lie aside until the next start, so that removing one can be undone.
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { problem } from '../problem';
import { dropOtherNetworks } from './draft-networks';
import { draftFiles, listDraftIds, readDraftRecord } from './draft-record';
import { makeFolders } from '../files/make-folders';

const asideFolder = (folder: string) => join(folder, 'removed');

/** The record is moved last, and first on the way back: a draft without one is not listed. */
async function move(from: string, to: string, draft: string): Promise<void> {
  const [source, target] = [draftFiles(from, draft), draftFiles(to, draft)];
  for (const part of ['text', 'probabilities', 'memories', 'record'] as const) {
    await rename(source[part], target[part]).catch((error: unknown) => {
      // A draft of nothing has no memories.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || part === 'record') throw error;
    });
  }
}

export async function setAside(folder: string, draft: string): Promise<void> {
  await makeFolders(asideFolder(folder));
  await move(folder, asideFolder(folder), draft);
}

export async function putBack(folder: string, draft: string): Promise<void> {
  const isThere = (await listDraftIds(asideFolder(folder))).includes(draft);
  if (!isThere) throw problem('The draft was deleted and can no longer be restored. Generate a new one.');
  await move(asideFolder(folder), folder, draft);
}

/** Deletes what lies aside, and the networks that no draft needs any longer. */
export async function deleteAside(folder: string): Promise<void> {
  const aside = await listDraftIds(asideFolder(folder));
  await rm(asideFolder(folder), { recursive: true, force: true });
  if (aside.length === 0) return;
  const others = await Promise.allSettled((await listDraftIds(folder)).map((id) => readDraftRecord(folder, id)));
  // A record that cannot be read may still name any of them.
  if (others.some(({ status }) => status === 'rejected')) return;
  const named = others.flatMap((result) => (result.status === 'fulfilled' ? result.value.parts : []));
  await dropOtherNetworks(folder, new Set(named.map(({ network }) => network)));
}
