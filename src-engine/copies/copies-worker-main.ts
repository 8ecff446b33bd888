// The thread of one check for copies: reads the text through beside all other work, and ends with it.
import { parentPort, workerData } from 'node:worker_threads';
import { openTextFiles } from '../corpus/text-files';
import { sentenceOf } from '../problem';
import { PROGRESS_EVERY_MS, throttled } from '../throttle';
import type { CheckAnswer, CheckOrder } from './check-messages';
import { findCopies } from './find-copies';

const tell = (answer: CheckAnswer) => parentPort?.postMessage(answer);

async function check({ draft, paths, between }: CheckOrder): Promise<CheckAnswer> {
  const text = await openTextFiles(paths, between);
  try {
    const onProgress = throttled(PROGRESS_EVERY_MS, (share: number) => tell({ kind: 'progress', share }));
    return { kind: 'found', report: await findCopies(text, draft, { onProgress }) };
  } finally {
    await text.close();
  }
}

tell(
  await check(workerData as CheckOrder).catch((error: unknown) => ({ kind: 'failed', sentence: sentenceOf(error) })),
);
