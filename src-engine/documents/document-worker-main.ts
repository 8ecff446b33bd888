// The thread that reads documents: one after the other, and nothing of it is shared, so that it can be ended at any moment.
import { parentPort } from 'node:worker_threads';
import { sentenceOf } from '../problem';
import { createThrottle, PROGRESS_EVERY_MS } from '../throttle';
import type { DocumentWorkerEvent } from './document-messages';
import { extractText, type ExtractionOrder } from './extract';

const post = (event: DocumentWorkerEvent) => parentPort?.postMessage(event);

async function obey(order: ExtractionOrder): Promise<void> {
  const telling = createThrottle(PROGRESS_EVERY_MS);
  try {
    const extraction = await extractText(order, (share) => {
      if (telling.isDue()) post({ kind: 'progress', share });
    });
    post({ kind: 'done', extraction });
  } catch (error) {
    post({ kind: 'refused', sentence: sentenceOf(error) });
  }
}

parentPort?.on('message', (order: ExtractionOrder) => void obey(order));
