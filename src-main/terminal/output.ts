// What the terminal host writes: one JSON object a line on stdout for programs, a progress bar on stderr for people.
import { SingleBar } from 'cli-progress';
import { problem } from '../../src-engine/problem';
import type { MetricPoint, ValidationPoint } from '../../src-engine/protocol/messages';
import type { TrainingOutcome } from '../../src-engine/training/training-run';
import { say, writeText } from './streams';

export interface TrainingOutput {
  metrics(point: MetricPoint, totalUpdates: number): void;
  /** How much of the held-out text has been predicted, 0 to 1. */
  validating(share: number): void;
  validation(point: ValidationPoint): void;
  sample(update: number, text: string): void;
  /** A fact worth a line that is no progress, such as fewer lanes for a short text. */
  notice(sentence: string): void;
  ended(ending: Ending): void;
}

export interface Ending {
  outcome: TrainingOutcome;
  run: string;
  updates: number;
  lossNats: number | null;
  validationBitsPerByte: number | null;
}

/** Throws a `Problem` for a number that JSON cannot say. */
export function writeJsonLine(value: Record<string, unknown>): void {
  const odd = Object.keys(value).find((key) => typeof value[key] === 'number' && !Number.isFinite(value[key]));
  if (odd !== undefined)
    throw problem(`${odd} is not a finite number. Choose another model, or a lower learning rate.`);
  writeText(process.stdout, `${JSON.stringify(value)}\n`);
}

export function jsonOutput(): TrainingOutput {
  return {
    metrics: (point, totalUpdates) =>
      writeJsonLine({
        kind: 'progress',
        update: point.update,
        total_updates: totalUpdates,
        bytes: point.bytes,
        loss_nats: point.lossNats,
        least_loss_nats: point.leastLossNats,
        greatest_loss_nats: point.greatestLossNats,
        gradient_norm: point.gradientNorm,
        learning_rate: point.learningRate,
        bytes_per_second: Math.round(point.bytesPerSecond),
        elapsed_seconds: point.elapsedMs / 1000,
      }),
    validating: () => undefined,
    validation: ({ update, bitsPerByte }) => writeJsonLine({ kind: 'validation', update, bits_per_byte: bitsPerByte }),
    sample: (update, text) => writeJsonLine({ kind: 'sample', update, text }),
    notice: say,
    ended: ({ outcome, run, updates, lossNats, validationBitsPerByte }) =>
      writeJsonLine({
        kind: outcome,
        run,
        updates,
        loss_nats: lossNats,
        validation_bits_per_byte: validationBitsPerByte,
      }),
  };
}

const bits = (nats: number) => (nats / Math.LN2).toFixed(3);

/** A bar, with lines of its own above it for samples and validations. */
export function progressOutput(): TrainingOutput {
  const bar = new SingleBar({
    format: '{bar} {percentage}% · update {value}/{total} · {loss} bits/byte · {speed} kB/s · {left} left{validating}',
    stream: process.stderr,
    barsize: 24,
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: 5000,
    linewrap: false,
  });
  const fields = { loss: '–', speed: '–', left: '–', validating: '' };
  let started = false;
  let newest: MetricPoint | null = null;
  const line = (text: string) => {
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
    say(text);
  };
  const leftOf = (point: MetricPoint, total: number) => {
    const seconds = ((total - point.update) * point.elapsedMs) / point.update / 1000;
    return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
  };
  return {
    metrics(point, totalUpdates) {
      newest = point;
      if (!started) bar.start(totalUpdates, 0, fields);
      started = true;
      // An unlimited run has no total.
      bar.setTotal(totalUpdates || point.update);
      const left = totalUpdates ? leftOf(point, totalUpdates) : '–';
      bar.update(point.update, {
        loss: bits(point.lossNats),
        speed: (point.bytesPerSecond / 1000).toFixed(0),
        left,
        validating: '',
      });
    },
    validating: (share) => bar.update({ validating: share < 1 ? ` · validating ${Math.floor(100 * share)}%` : '' }),
    validation: ({ update, bitsPerByte }) => line(`update ${update}: validation ${bitsPerByte.toFixed(3)} bits/byte`),
    sample: (update, text) => line(`── update ${update} ──\n${text.trim()}\n`),
    notice: line,
    ended({ outcome, run, updates, lossNats, validationBitsPerByte }) {
      if (newest) bar.update(newest.update, { left: '0 s' });
      bar.stop();
      const validation =
        validationBitsPerByte === null ? '' : `, ${validationBitsPerByte.toFixed(3)} bits/byte on held-out text`;
      const loss = lossNats === null ? '' : `, loss ${bits(lossNats)} bits/byte`;
      const done = { finished: 'done', paused: 'done, then paused', stopped: 'done, then stopped' }[outcome];
      line(`${updates} updates ${done}${loss}${validation}. The run is in ${run}`);
    },
  };
}

/** Shows how much is `done` ("evaluated"), on a terminal only; takes itself away at the end. */
export function shareProgress(done: string): (share: number) => void {
  if (!process.stderr.isTTY) return () => undefined;
  return (share) => process.stderr.write(share < 1 ? `\r\x1b[K${Math.floor(100 * share)}% ${done}` : '\r\x1b[K');
}
