// Appends to the files of a draft, in the order of the calls, never two at once: text, then probabilities, then memories,
// so that whatever is cut off by a crash is only missing at the end.
import { open, truncate, type FileHandle } from 'node:fs/promises';
import { draftBytes, type Stretch } from './draft-text';
import type { DraftFiles } from './draft-record';
import { encodeMemory, type MemoryAt } from './memory-log';

export interface DraftWriter {
  append(stretch: Omit<Stretch, 'from'>, memories: MemoryAt[]): void;
  /** Resolves when all that was appended is in the files; rejects with the system's error when it could not be written. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

const bytesOf = (numbers: Float32Array) => new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

/** What a crash left of a last byte goes, so that bytes and probabilities match again. */
async function evenOut(files: DraftFiles): Promise<void> {
  const bytes = await draftBytes(files).catch(() => null);
  if (bytes === null) return;
  await truncate(files.text, bytes);
  await truncate(files.probabilities, 4 * bytes);
}

/** `prepare` is done before the files are opened. `onFailed` is called once. */
export function openDraftWriter(
  files: DraftFiles,
  prepare: () => Promise<void>,
  onFailed: (error: unknown) => void,
): DraftWriter {
  let handles: FileHandle[] = [];
  let hasFailed = false;
  let queue = prepare().then(async () => {
    await evenOut(files);
    for (const path of [files.text, files.probabilities, files.memories]) handles.push(await open(path, 'a'));
  });
  const fail = (error: unknown) => {
    if (!hasFailed) onFailed(error);
    hasFailed = true;
  };
  queue.catch(fail);
  return {
    append({ bytes, probabilities }, memories) {
      queue = queue.then(async () => {
        const parts = [bytes, bytesOf(probabilities), Buffer.concat(memories.map(encodeMemory))];
        for (const [index, part] of parts.entries()) if (part.length > 0) await handles[index]?.appendFile(part);
      });
      queue.catch(fail);
    },
    flush: () => queue,
    async close() {
      try {
        await queue;
        for (const handle of handles) await handle.datasync();
      } finally {
        const open = handles;
        handles = [];
        for (const handle of open) await handle.close();
      }
    },
  };
}
