// Keeps the texts that came out of documents or were pasted, in a folder beside the runs: each under the checksum of its content.
import { createHash, randomUUID } from 'node:crypto';
import { readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolders } from '../files/make-folders';

const HASH_DIGITS = 24;
const ENTRY = new RegExp(`^[0-9a-f]{${HASH_DIGITS}}$`);
const UNFINISHED = 'unfinished-';
const DAY_MS = 24 * 3600 * 1000;
/** Since it was last used by no run. */
const KEPT_DAYS = 30;
const UNFINISHED_DAYS = 1;
const LONGEST_NAME = 80;
/** Of a character, where a name was cut. */
const HALF = /[\ud800-\udbff]$/;

/** "Faust.epub" is kept as "Faust.txt"; a name that every file system takes. */
export function keptName(original: string): string {
  const clean = original
    .replace(/\.[^.\s]{1,8}$/, '')
    // oxlint-disable-next-line no-control-regex -- control characters are what has to go
    .replace(/[\u0000-\u001f<>:"/\\|?*\u007f]+|\p{Surrogate}/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return `${clean.slice(0, LONGEST_NAME).replace(HALF, '').trim() || 'Text'}.txt`;
}

export class KeptTexts {
  constructor(readonly path: string) {}

  /** A new file's path, to be written and then kept. */
  async unfinishedPath(): Promise<string> {
    await makeFolders(this.path);
    return join(this.path, `${UNFINISHED}${randomUUID()}`);
  }

  /** Resolves to where it lies from now on; the same content under the same name lies there once. */
  async keep(unfinished: string, checksum: string, original: string): Promise<string> {
    const folder = join(this.path, checksum.slice(0, HASH_DIGITS));
    await makeFolders(folder);
    const place = join(folder, keptName(original));
    await rename(unfinished, place);
    // Its age counts from its last use.
    const now = new Date();
    await utimes(folder, now, now);
    return place;
  }

  async keepBytes(bytes: Uint8Array, original: string): Promise<string> {
    const unfinished = await this.unfinishedPath();
    try {
      await writeFile(unfinished, bytes, { flag: 'wx', flush: true });
      return await this.keep(unfinished, createHash('sha256').update(bytes).digest('hex'), original);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }

  /** Removes what no run uses and nothing has for 30 days; `usedPaths` is asked only where something is so old. */
  async clean(usedPaths: () => Promise<Iterable<string>>, nowMs = Date.now()): Promise<void> {
    const old = await this.olderEntries(nowMs);
    if (old.length === 0) return;
    const used = new Set([...(await usedPaths())].map(dirname));
    for (const entry of old) {
      if (!used.has(entry)) await rm(entry, { recursive: true, force: true });
    }
  }

  private async olderEntries(nowMs: number): Promise<string[]> {
    const names = await readdir(this.path).catch(() => []);
    const old: string[] = [];
    for (const name of names) {
      const days = ENTRY.test(name) ? KEPT_DAYS : name.startsWith(UNFINISHED) ? UNFINISHED_DAYS : Infinity;
      const facts = await stat(join(this.path, name)).catch(() => null);
      if (facts && nowMs - facts.mtimeMs > days * DAY_MS) old.push(join(this.path, name));
    }
    return old;
  }
}
