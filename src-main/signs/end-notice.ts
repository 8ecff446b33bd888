// Says in the system's notifications how a long run ended.
import type { TrainingEnd } from './training-watch';

/** Whoever has waited a shorter time still has it in mind. */
const LONG_RUN_MS = 60_000;

export interface EndNotice {
  title: string;
  body: string;
}

/** null where nobody needs a notification: it was short, or the user has the window in front. */
export function endNotice(end: TrainingEnd, windowIsInFront: boolean, locale: string | undefined): EndNotice | null {
  if (windowIsInFront || end.trainedMs < LONG_RUN_MS) return null;
  if (!end.finished) return { title: `${end.name} has stopped`, body: end.sentence ?? '' };
  const best = end.bestValidationBitsPerByte;
  const places = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return {
    title: `${end.name} is finished`,
    body:
      best === null
        ? 'You can now generate text with it.'
        : `Its best validation is ${best.toLocaleString(locale, places)} bits/byte. You can now generate text with it.`,
  };
}
