// `unroll evaluate`: how well a network predicts a text, as one stream from the zero state, and in slices that each begin there.
import { openTextFiles, type TextFiles } from '../../src-engine/corpus/text-files';
import { builtFiles } from '../../src-engine/engine-files';
import { defaultSettings, type VectorChoice } from '../../src-engine/hyperparameters';
import { writeMatrices, type Weights } from '../../src-engine/model/weights';
import { problem } from '../../src-engine/problem';
import { openPool } from '../../src-engine/runs/open-run';
import { evaluateText, type Evaluation } from '../../src-engine/training/validate';
import type { LaneWorkerPool } from '../../src-engine/workers/lane-worker-pool';
import { ORDER } from '../../src-engine/workers/orders';
import { readWeights } from './model-or-run';
import { evaluationProgress, writeJsonLine } from './output';
import { say, writeText } from './streams';
import { withReadableTexts } from './texts';

/** Predictions of a slice. */
const SLICE_BYTES = 500;

export interface EvaluateOptions {
  slices?: number;
  vectors?: VectorChoice;
  json?: boolean;
  asIs?: boolean;
}

/** bits/byte of `count` slices, evenly spread over the text, each begun at the zero state; rising. */
async function sliceBits(pool: LaneWorkerPool, text: TextFiles, count: number): Promise<number[]> {
  if (count === 0) return [];
  const last = text.bytes - SLICE_BYTES - 1;
  if (last < 0) {
    throw problem(`"${text.name}" has ${text.bytes} bytes; a slice needs ${SLICE_BYTES + 1}. Choose a longer text.`);
  }
  const bits: number[] = [];
  for (let slice = 0; slice < count; slice++) {
    const from = count === 1 ? 0 : Math.floor((slice * last) / (count - 1));
    const result = await evaluateText(pool, text, from, from + SLICE_BYTES + 1);
    if (result) bits.push(result.bitsPerByte);
  }
  return bits.sort((a, b) => a - b);
}

function report({ bitsPerByte, natsPerByte, bytes }: Evaluation, slices: number[], json: boolean): void {
  const median = slices[Math.floor(slices.length / 2)];
  const worst = slices.at(-1);
  if (json) {
    const ofSlices = slices.length > 0 ? { slice_median_bits_per_byte: median, slice_worst_bits_per_byte: worst } : {};
    writeJsonLine({ bits_per_byte: bitsPerByte, nats_per_byte: natsPerByte, bytes, ...ofSlices });
    return;
  }
  writeText(
    process.stdout,
    `${bitsPerByte.toFixed(4)} bits/byte (${natsPerByte.toFixed(4)} nats) over ${bytes} predictions\n`,
  );
  if (median === undefined || worst === undefined) return;
  writeText(
    process.stdout,
    `${slices.length} slices from the zero state: median ${median.toFixed(4)}, worst ${worst.toFixed(4)} bits/byte\n`,
  );
}

/** Of a document the text in it. */
export async function evaluate(modelOrRun: string, file: string, options: EvaluateOptions): Promise<number> {
  const weights = await readWeights(modelOrRun);
  return withReadableTexts([file], { asIs: options.asIs ?? false, notice: say }, (paths) =>
    evaluateOn(weights, paths, options),
  );
}

async function evaluateOn(weights: Weights, paths: string[], options: EvaluateOptions): Promise<number> {
  const text = await openTextFiles(paths);
  if (text.bytes < 2)
    throw problem(
      `"${text.name}" has ${text.bytes} bytes; at least 2 are needed, so that one can be predicted. Choose a longer text.`,
    );
  const settings = {
    ...defaultSettings(),
    hiddenSize: weights.hiddenSize,
    lanes: 1,
    truncation: 1,
    optimizer: 'sgd' as const,
    vectors: options.vectors ?? 'auto',
  };
  const { pool } = await openPool(builtFiles(import.meta.url), settings, weights.alphabet);
  try {
    const { buffer, layout, shape } = pool.work;
    writeMatrices(buffer, layout.weights, shape, weights);
    await pool.order(ORDER.pack, 0);
    const result = await evaluateText(pool, text, 0, text.bytes, { onProgress: evaluationProgress() });
    if (!result) return 1;
    report(result, await sliceBits(pool, text, options.slices ?? 0), options.json ?? false);
    return 0;
  } finally {
    await pool.close();
    await text.close();
  }
}
