// `unroll evaluate`: how well a network predicts a text, as one stream from the zero state, and in slices that each begin there.
import { openTextFiles, type TextFiles } from '../../src-engine/corpus/text-files';
import { builtFiles } from '../../src-engine/engine-files';
import { defaultSettings, type VectorChoice } from '../../src-engine/hyperparameters';
import type { KernelSet } from '../../src-engine/kernels/kernels';
import { writeWholeFile } from '../../src-engine/model/write-whole-file';
import { openNetworkStream } from '../../src-engine/sampling/network-stream';
import { usageProblem } from './usage';
import { writeMatrices, type Weights } from '../../src-engine/model/weights';
import { problem } from '../../src-engine/problem';
import { openPool } from '../../src-engine/runs/open-run';
import { evaluateText, type Evaluation } from '../../src-engine/training/validate';
import type { LaneWorkerPool } from '../../src-engine/workers/lane-worker-pool';
import { ORDER } from '../../src-engine/workers/orders';
import { readWeights } from './model-or-run';
import { shareProgress, writeJsonLine } from './output';
import { say, writeText } from './streams';
import { withReadableTexts } from './texts';

/** Predictions of a slice. */
const SLICE_BYTES = 500;
const PIECE_BYTES = 65_536;

export interface EvaluateOptions {
  slices?: number;
  vectors?: VectorChoice;
  perByte?: boolean;
  out?: string;
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

/** What is said of one text. */
interface Report extends Evaluation {
  file: string;
  slices: number[];
}

function asJson({ bitsPerByte, natsPerByte, bytes, slices, file }: Report, isOfSeveral: boolean): void {
  const median = slices[Math.floor(slices.length / 2)];
  const ofSlices =
    slices.length > 0 ? { slice_median_bits_per_byte: median, slice_worst_bits_per_byte: slices.at(-1) } : {};
  const name = isOfSeveral ? { file } : {};
  const perplexity = 2 ** bitsPerByte;
  writeJsonLine({ ...name, bits_per_byte: bitsPerByte, nats_per_byte: natsPerByte, perplexity, bytes, ...ofSlices });
}

function asText({ bitsPerByte, natsPerByte, bytes, slices, file }: Report, isOfSeveral: boolean): void {
  const name = isOfSeveral ? `${file}: ` : '';
  const perplexity = (2 ** bitsPerByte).toFixed(2);
  const line = `${name}${bitsPerByte.toFixed(4)} bits/byte (${natsPerByte.toFixed(4)} nats, perplexity ${perplexity}) over ${bytes} predictions\n`;
  writeText(process.stdout, line);
  const median = slices[Math.floor(slices.length / 2)];
  const worst = slices.at(-1);
  if (median === undefined || worst === undefined) return;
  const of = `${slices.length} slices from the zero state: median ${median.toFixed(4)}, worst ${worst.toFixed(4)} bits/byte`;
  writeText(process.stdout, `${of}\n`);
}

async function openLongEnough(paths: string[]): Promise<TextFiles> {
  const text = await openTextFiles(paths);
  if (text.bytes >= 2) return text;
  await text.close();
  throw problem(
    `"${text.name}" has ${text.bytes} bytes; at least 2 are needed, so that one can be predicted. Choose a longer text.`,
  );
}

async function evaluateTexts(weights: Weights, texts: string[][], options: EvaluateOptions): Promise<Report[]> {
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
    const reports: Report[] = [];
    for (const paths of texts) {
      const text = await openLongEnough(paths);
      try {
        const result = await evaluateText(pool, text, 0, text.bytes, { onProgress: shareProgress('evaluated') });
        const slices = await sliceBits(pool, text, options.slices ?? 0);
        if (result) reports.push({ ...result, slices, file: text.name });
      } finally {
        await text.close();
      }
    }
    return reports;
  } finally {
    await pool.close();
  }
}

/** One line for each byte: its file and place there, its value, and how surprised the network was, in bits; nothing at the first. */
async function* surpriseLines(weights: Weights, kernels: KernelSet, texts: string[][]): AsyncGenerator<string> {
  yield 'file,at,byte,bits\n';
  for (const paths of texts) {
    const text = await openLongEnough(paths);
    try {
      const name = csvField(text.name);
      const stream = openNetworkStream(kernels, weights);
      const piece = new Uint8Array(Math.min(text.bytes, PIECE_BYTES));
      for (let from = 0; from < text.bytes; from += piece.length) {
        const bytes = piece.subarray(0, Math.min(piece.length, text.bytes - from));
        await text.read(bytes, from);
        let lines = '';
        for (const [index, byte] of bytes.entries()) {
          const at = from + index;
          const bits = at === 0 ? '' : -Math.log2(stream.probabilities(1)[byte] ?? 0);
          lines += `${name},${at},${byte},${bits}\n`;
          stream.read(byte);
        }
        yield lines;
      }
    } finally {
      await text.close();
    }
  }
}

const csvField = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Best predicted first, where there are several; of a document the text in it. */
export async function evaluate(modelOrRun: string, files: string[], options: EvaluateOptions): Promise<number> {
  if ((options.perByte ?? false) !== (options.out !== undefined)) {
    throw usageProblem('--per-byte and --out FILE.csv belong together. Give both, or neither.');
  }
  const weights = await readWeights(modelOrRun);
  return withReadableTexts(files, { asIs: options.asIs ?? false, notice: say }, async (texts) => {
    const reports = await evaluateTexts(weights, texts, options);
    if (options.out !== undefined) {
      const kernels = await builtFiles(import.meta.url).kernels('fast', options.vectors);
      await writeWholeFile(options.out, surpriseLines(weights, kernels, texts));
    }
    const isOfSeveral = files.length > 1;
    for (const report of reports.toSorted((one, other) => one.bitsPerByte - other.bitsPerByte)) {
      (options.json ? asJson : asText)(report, isOfSeveral);
    }
    return reports.length === files.length ? 0 : 1;
  });
}
