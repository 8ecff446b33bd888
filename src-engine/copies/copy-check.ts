// The engine's side of a check for copies: a thread of its own, which can be stopped at any moment.
import { Worker } from 'node:worker_threads';
import { detailOf, problem } from '../problem';
import type { CopyReport } from '../protocol/copies';
import type { CheckAnswer, CheckOrder } from './check-messages';

export interface CopyCheck {
  /** Null when it was stopped; rejects with a `Problem`. */
  ended: Promise<CopyReport | null>;
  stop(): void;
}

export function checkCopies(workerFile: URL, order: CheckOrder, onProgress: (share: number) => void): CopyCheck {
  const worker = new Worker(workerFile, { workerData: order, name: 'copies' });
  const ended = new Promise<CopyReport | null>((resolve, reject) => {
    worker.on('message', (answer: CheckAnswer) => {
      if (answer.kind === 'progress') onProgress(answer.share);
      else if (answer.kind === 'found') resolve(answer.report);
      else reject(problem(answer.sentence));
    });
    worker.on('error', (error) =>
      reject(problem(`The check for copies stopped unexpectedly (${detailOf(error)}). Try again.`)),
    );
    worker.on('exit', () => resolve(null));
  });
  return { ended, stop: () => void worker.terminate() };
}
