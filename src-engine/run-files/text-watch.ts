// Notices while a run trains that its text is no longer what it was: by times, inode and size at once, by a checksum of all of it in the background.
import { fileFacts, fullChecksum } from '../corpus/full-checksum';
import { reopenText } from './recorded-text';
import type { RunRecord } from './run-folder';

/** How often the files are looked at. */
const LOOK_EVERY_MS = 5000;

export interface TextChange {
  sentence: string;
  /** It is another text of the same length: the run can go on with it. */
  isAcceptable: boolean;
}

export interface TextWatch {
  close(): Promise<void>;
}

const sentenceOnChange = (name: string) =>
  `"${name}" has changed since the run started, so the run no longer continues exactly. Let it go on, or choose the original text.`;
const sentenceOnLoss = (name: string) =>
  `"${name}" has been moved or deleted. Training goes on while it can; choose the text again to resume the run later.`;

/**
 * Completes the record with the text's checksum, then tells each change once. The record is written when the run is
 * saved the next time.
 */
export function watchText(
  record: RunRecord,
  onChanged: (change: TextChange) => void,
  lookEveryMs = LOOK_EVERY_MS,
): TextWatch {
  const { text } = record;
  const abort = new AbortController();
  /** The facts of the text whose checksum is known to be right, or whose change has been told. */
  let settled: string | null | undefined = text.checksum === null ? undefined : text.facts;

  const currentChecksum = async () => {
    const reopened = await reopenText(record);
    try {
      return { bytes: reopened.bytes, checksum: await fullChecksum(reopened, abort.signal) };
    } finally {
      await reopened.close();
    }
  };
  const look = async () => {
    const facts = await fileFacts(text.paths);
    if (facts === settled) return;
    if (facts === null) onChanged({ sentence: sentenceOnLoss(text.name), isAcceptable: false });
    else {
      const { bytes, checksum } = await currentChecksum();
      // It is being changed right now.
      if ((await fileFacts(text.paths)) !== facts) return;
      const isKnown = text.checksum !== null;
      const hasChanged = isKnown ? checksum !== text.checksum : text.facts !== null && facts !== text.facts;
      if (hasChanged) onChanged({ sentence: sentenceOnChange(text.name), isAcceptable: bytes === text.bytes });
      else Object.assign(text, { checksum, facts });
    }
    settled = facts;
  };
  // What cannot be read now is looked at the next time.
  let looking = look().catch(() => undefined);
  const timer = setInterval(() => {
    looking = looking.then(look).catch(() => undefined);
  }, lookEveryMs).unref();
  return {
    async close() {
      clearInterval(timer);
      abort.abort();
      await looking;
    },
  };
}
