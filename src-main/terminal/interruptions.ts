// What happens to a command whose output cannot be written: its reader has gone, or its disk is full.
import { constants } from 'node:os';
import { sentenceOf } from '../../src-engine/problem';

/** What a pipe, a closed terminal and a stream that has failed before answer. */
const READER_GONE = ['EPIPE', 'EIO', 'ENXIO', 'ECONNRESET', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END'];

const isReaderGone = ({ code }: NodeJS.ErrnoException): boolean => READER_GONE.includes(code ?? '');

const sentenceOnOutput = (error: Error): string => sentenceOf(Object.assign(error, { path: 'standard output' }));

/** A reader that has seen enough (`unroll generate … | head`) closes the pipe: that is no failure. */
function leave(error: NodeJS.ErrnoException): void {
  if (isReaderGone(error)) process.exit(0);
  process.stderr.write(`${sentenceOnOutput(error)}\n`);
  process.exit(1);
}

/** Where nothing is lost with it, a command ends at once. */
export function leaveWhenUnwritable(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', leave);
}

/** How the shell tells that a signal ended a program. */
const exitCodeOf = (signal: keyof typeof constants.signals): number => 128 + constants.signals[signal];

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Interruption {
  exitCode: number;
  /** What to say of it; null where the user knows, or nobody reads. */
  sentence: string | null;
}

export interface InterruptionWatch {
  /** The first one so far. */
  interruption(): Interruption | null;
  close(): void;
}

/**
 * Calls `pause` when a signal comes or the output cannot be written; a second signal ends the process at once. The
 * listeners stay: write-file-atomic, while it writes, kills a process in which it finds no other listener than its own.
 */
export function watchInterruptions(pause: () => void): InterruptionWatch {
  let first: Interruption | null = null;
  const note = (interruption: Interruption) => {
    first ??= interruption;
    pause();
  };
  let signals = 0;
  const onSignal = (signal: NodeJS.Signals) => {
    signals += 1;
    if (signals > 1) process.exit(exitCodeOf(signal));
    note({ exitCode: exitCodeOf(signal), sentence: null });
  };
  const onError = (error: NodeJS.ErrnoException) =>
    note(
      isReaderGone(error)
        ? { exitCode: exitCodeOf('SIGPIPE'), sentence: null }
        : { exitCode: 1, sentence: sentenceOnOutput(error) },
    );
  const streams = [process.stdout, process.stderr];
  for (const stream of streams) stream.off('error', leave).on('error', onError);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return {
    interruption: () => first,
    close() {
      for (const signal of SIGNALS) process.off(signal, onSignal);
    },
  };
}
