// Keeps few of many files open: those used last, so that a text of any number of files stays below the system's limit.
import type { FileHandle } from 'node:fs/promises';

/** Far below the 256 that some systems allow a process, which may read several texts at a time. */
const MOST_OPEN = 32;

interface OpenFile {
  handle: Promise<FileHandle>;
  users: number;
}

export interface FilePool {
  /** Hands the open file to `work`; waits where as many as may be are at work. */
  use<T>(path: string, work: (handle: FileHandle) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function createFilePool(open: (path: string) => Promise<FileHandle>, mostOpen = MOST_OPEN): FilePool {
  /** The one used longest ago first. */
  const files = new Map<string, OpenFile>();
  const waiting: (() => void)[] = [];
  let working = 0;

  const begin = async () => {
    if (working < mostOpen) working += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const end = () => {
    const next = waiting.shift();
    if (next) next();
    else working -= 1;
  };
  const closeIdle = async () => {
    const [path, file] = [...files].find(([, { users }]) => users === 0) ?? [];
    if (path === undefined || !file) return;
    files.delete(path);
    await file.handle.then((handle) => handle.close()).catch(() => undefined);
  };
  const openFile = (path: string): OpenFile => {
    const room = files.size < mostOpen ? Promise.resolve() : closeIdle();
    return { handle: room.then(() => open(path)), users: 0 };
  };
  return {
    async use(path, work) {
      await begin();
      const file = files.get(path) ?? openFile(path);
      files.delete(path);
      files.set(path, file);
      file.users += 1;
      try {
        return await work(await file.handle);
      } catch (error) {
        // One that could not be opened is tried again by the next.
        if (files.get(path) === file) await file.handle.catch(() => files.delete(path));
        throw error;
      } finally {
        file.users -= 1;
        end();
      }
    },
    async close() {
      const handles = [...files.values()].map(({ handle }) =>
        handle.then((open) => open.close()).catch(() => undefined),
      );
      files.clear();
      await Promise.all(handles);
    },
  };
}
