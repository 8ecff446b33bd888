// The mean cross-entropy of a stretch of text read as one stream from the zero state.
import type { TextFiles } from '../corpus/text-files';
import { problem } from '../problem';
import { EVALUATION_STEPS } from '../model/layout';
import { PROGRESS_EVERY_MS, throttled } from '../throttle';
import { ORDER } from '../workers/orders';
import type { LaneWorkerPool } from '../workers/lane-worker-pool';

export interface Evaluation {
  natsPerByte: number;
  bitsPerByte: number;
  /** Predictions made: one fewer than the bytes read. */
  bytes: number;
}

/** Forgets the stream's state, or carries it over from the chunk before. */
function carryState({ work }: LaneWorkerPool, chunk: number | null): void {
  const { layout, shape, u8 } = work;
  const rowBytes = 4 * shape.width;
  const { states } = layout.evaluation;
  if (chunk === null) u8.fill(0, states, states + rowBytes);
  else u8.copyWithin(states, states + chunk * rowBytes, states + (chunk + 1) * rowBytes);
}

/** A byte outside the alphabet has probability 0, and its loss would be infinite. */
function checkAlphabet({ work }: LaneWorkerPool, text: TextFiles, bytes: Uint8Array): void {
  const { alphabet } = work.shape;
  const strange = alphabet && bytes.find((byte) => !alphabet.includes(byte));
  if (strange === null || strange === undefined) return;
  throw problem(
    `"${text.name}" contains the byte ${strange}, which this network never predicts: it was trained only on the bytes of its own text. Choose a text with the same characters, or train with all 256 bytes.`,
  );
}

export interface EvaluationOptions {
  /** Asked between chunks; true ends it. */
  stop?(): boolean;
  /** Now and then, 0 to 1; at the end 1. */
  onProgress?(share: number): void;
}

/**
 * text[from … end-1], every byte but the first predicted; null when it was stopped. The stretch has at least 2 bytes.
 * Throws a `Problem` where the network gives no finite number.
 */
export async function evaluateText(
  pool: LaneWorkerPool,
  text: TextFiles,
  from: number,
  end: number,
  { stop, onProgress }: EvaluationOptions = {},
): Promise<Evaluation | null> {
  const { layout, f64, u8 } = pool.work;
  const { bytes, losses } = layout.evaluation;
  const chunk = new Uint8Array(EVALUATION_STEPS + 1);
  let sum = 0;
  let before: number | null = null;
  const tell = throttled(PROGRESS_EVERY_MS, (share: number) => onProgress?.(share));
  for (let at = from; at < end - 1; at += EVALUATION_STEPS) {
    if (stop?.()) return null;
    tell((at - from) / (end - 1 - from));
    const count = Math.min(EVALUATION_STEPS, end - 1 - at);
    await text.read(chunk.subarray(0, count + 1), at);
    checkAlphabet(pool, text, chunk.subarray(0, count + 1));
    u8.set(chunk.subarray(0, count + 1), bytes);
    carryState(pool, before);
    await pool.order(ORDER.evaluate, count);
    for (let row = 0; row < count; row++) sum += f64[losses / 8 + row] ?? 0;
    before = count;
  }
  onProgress?.(1);
  const natsPerByte = sum / (end - 1 - from);
  if (!Number.isFinite(natsPerByte)) {
    throw problem(
      `On "${text.name}" the network's loss is not a finite number: its weights are too large. Choose another model or an earlier checkpoint.`,
    );
  }
  return { natsPerByte, bitsPerByte: natsPerByte / Math.LN2, bytes: end - 1 - from };
}
