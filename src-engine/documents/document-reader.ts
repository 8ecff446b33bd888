// The engine's side of the thread that reads documents: gives it one at a time, and ends it where it takes too long, too much, or is not wanted any more.
import { rm } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { problem } from '../problem';
import type { DocumentWorkerEvent } from './document-messages';
import type { Extraction, ExtractionOrder } from './extract';

export interface ReaderBounds {
  /** Of the thread's own objects. */
  heapMegabytes: number;
  /** By which the whole process may grow meanwhile: what a thread's heap does not count. */
  growthBytes: number;
  /** Without a word of progress. */
  silenceMs: number;
  /** For one document. */
  timeMs: number;
}

export const READER_BOUNDS: ReaderBounds = {
  heapMegabytes: 768,
  growthBytes: 1.5 * 2 ** 30,
  silenceMs: 60_000,
  timeMs: 30 * 60_000,
};

const LOOK_EVERY_MS = 250;

export interface ReadOptions {
  signal?: AbortSignal | undefined;
  onProgress?(share: number): void;
}

export interface DocumentReader {
  /** Rejects with a `Problem`, or with the signal's reason; then no file is left. */
  read(order: ExtractionOrder, options?: ReadOptions): Promise<Extraction>;
  /** Ends the thread; another one is started when it is needed. */
  close(): Promise<void>;
}

const tooMuch = (name: string) =>
  problem(
    `"${name}" takes more memory to read than any document should. It is damaged or built to do harm; choose another copy of it.`,
  );
const tooLong = (name: string) =>
  problem(`"${name}" takes too long to read. It is damaged or built to do harm; choose another copy of it, or divide it.`); // prettier-ignore

export function createDocumentReader(workerFile: URL, bounds: ReaderBounds = READER_BOUNDS): DocumentReader {
  let worker: Worker | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const start = () => {
    const { heapMegabytes } = bounds;
    const resourceLimits = { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 64 };
    const begun = new Worker(workerFile, { name: 'documents', resourceLimits, stdout: true, stderr: true });
    begun.unref();
    return begun;
  };
  const end = async () => {
    const ending = worker;
    worker = null;
    await ending?.terminate();
  };

  const readNow = (order: ExtractionOrder, { signal, onProgress }: ReadOptions) =>
    new Promise<Extraction>((resolve, reject) => {
      signal?.throwIfAborted();
      worker ??= start();
      const thread = worker;
      thread.ref();
      const begunMs = performance.now();
      const bytesBefore = process.memoryUsage.rss();
      let heardMs = begunMs;

      const settle = (work: () => void) => {
        clearInterval(watch);
        signal?.removeEventListener('abort', onAbort);
        thread.off('message', onMessage).off('error', onError).off('exit', onExit).unref();
        work();
      };
      /** The thread is ended with whatever it does, and what it wrote is removed. */
      const giveUp = (error: Error) =>
        settle(() => {
          const cleaning = [order.target, `${order.target}.member`].map((path) => rm(path, { force: true }));
          void end()
            .then(() => Promise.all(cleaning))
            .then(() => Promise.all([order.target, `${order.target}.member`].map((path) => rm(path, { force: true }))))
            .finally(() => reject(error));
        });
      const onMessage = (event: DocumentWorkerEvent) => {
        heardMs = performance.now();
        if (event.kind === 'progress') onProgress?.(event.share);
        else if (event.kind === 'done') settle(() => resolve(event.extraction));
        else settle(() => reject(problem(event.sentence)));
      };
      const onError = (error: Error & { code?: string }) =>
        giveUp(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch(order.name) : damaged(order.name));
      const onExit = () => giveUp(damaged(order.name));
      const onAbort = () => giveUp(signal?.reason as Error);
      const look = () => {
        const nowMs = performance.now();
        if (process.memoryUsage.rss() - bytesBefore > bounds.growthBytes) giveUp(tooMuch(order.name));
        else if (nowMs - heardMs > bounds.silenceMs || nowMs - begunMs > bounds.timeMs) giveUp(tooLong(order.name));
      };
      const watch = setInterval(look, LOOK_EVERY_MS);
      thread.on('message', onMessage).on('error', onError).on('exit', onExit);
      signal?.addEventListener('abort', onAbort);
      thread.postMessage(order);
    });

  return {
    read(order, options = {}) {
      const reading = queue.then(() => readNow(order, options));
      queue = reading.catch(() => undefined);
      return reading;
    },
    close: end,
  };
}

const damaged = (name: string) =>
  problem(`"${name}" is damaged, or not what it seems to be. Choose another copy of it.`);
