// `unroll generate`: text on stdout as it is made, plain or as the window exports it.
import { once } from 'node:events';
import { setImmediate as otherWork } from 'node:timers/promises';
import { basename } from 'node:path';
import { exportText, type TextPiece } from '../../src-engine/drafts/export-text';
import { builtFiles } from '../../src-engine/engine-files';
import type { KernelVariant, VectorChoice } from '../../src-engine/hyperparameters';
import { sentenceOnEnding } from '../../src-engine/sampling/endings';
import { createGenerator } from '../../src-engine/sampling/generator';
import type { Generator } from '../../src-engine/sampling/generator-from';
import { openingAtPrompt } from '../../src-engine/sampling/opening';
import { problem } from '../../src-engine/problem';
import type { EncodingName } from '../../src-engine/protocol/encodings';
import type { ExportFormat } from '../../src-engine/protocol/draft-formats';
import { DEFAULT_SAMPLING, type SamplingOptions } from '../../src-engine/protocol/writing';
import { DEFAULT_COPY_BYTES, MOST_CHECKED_BYTES } from '../../src-engine/protocol/copies';
import { WRITING_STYLES } from '../../src-engine/protocol/writing-styles';
import { neverFrom, ratherFrom } from '../../src-engine/protocol/writing-lines';
import { compareWith, learnedText, sayCopies } from './copies';
import { readNetwork } from './model-or-run';
import { readPrompt } from './prompt';
import { createPieceWriter, say } from './streams';

const BYTES_AT_ONCE = 512;
const READ_AT_ONCE = 4096;

export interface GenerateOptions extends Partial<Omit<SamplingOptions, 'never' | 'rather'>> {
  /** Of the built-in ones, in small letters. */
  style?: string;
  never?: string[];
  rather?: string[];
  utf8?: boolean;
  promptFile?: string;
  encoding?: EncodingName;
  format?: ExportFormat;
  checkpoint?: number;
  kernels?: KernelVariant;
  vectors?: VectorChoice;
  checkCopies?: boolean;
  copyBytes?: number;
  text?: string[];
}

/** The prompt, which only the richer formats repeat, then what is made. */
async function* piecesOf(
  generator: Generator,
  prompt: Uint8Array,
  wantsProbabilities: boolean,
): AsyncGenerator<TextPiece> {
  if (prompt.length > 0) yield { bytes: prompt, probabilities: new Float32Array(prompt.length).fill(NaN) };
  // A long prompt takes a while, in which a closed pipe is noticed.
  while (generator.unread > 0) {
    await otherWork();
    generator.warm(READ_AT_ONCE);
  }
  while (generator.remaining > 0) {
    const probabilities = new Float32Array(wantsProbabilities ? BYTES_AT_ONCE : 0);
    // Waits for nothing, but lets a closed pipe be noticed.
    const bytes = await Promise.resolve(generator.next(BYTES_AT_ONCE, wantsProbabilities ? probabilities : undefined));
    const given = probabilities.subarray(0, bytes.length);
    if (!given.every(Number.isFinite)) {
      throw problem('The network’s outputs are too large to be probabilities. Choose another model or checkpoint.');
    }
    yield { bytes, probabilities: given };
  }
}

const styleNamed = (name: string | undefined) => WRITING_STYLES.find((each) => each.name.toLowerCase() === name)?.style;

/** Passes the pieces on; their bytes are kept in `kept`, as many as are checked. */
async function* keeping(pieces: AsyncIterable<TextPiece>, kept: Uint8Array[] | null): AsyncGenerator<TextPiece> {
  let bytes = 0;
  for await (const piece of pieces) {
    if (kept && bytes < MOST_CHECKED_BYTES) kept.push(piece.bytes);
    bytes += piece.bytes.length;
    yield piece;
  }
}

/** A reader that is slow is waited for; one that has seen enough ends it. */
async function writeOut(pieces: AsyncIterable<string | Uint8Array>, encoding: string): Promise<void> {
  const write = createPieceWriter(process.stdout, encoding);
  for await (const piece of pieces) {
    if (process.stdout.destroyed) return;
    if (!write(piece)) await once(process.stdout, 'drain');
  }
}

export async function generate(modelOrRun: string, chosen: GenerateOptions): Promise<number> {
  const {
    utf8,
    format = 'text',
    checkpoint,
    kernels: wantedKernels,
    vectors,
    promptFile,
    encoding: wanted,
    checkCopies,
    copyBytes,
    text,
    style,
    never = [],
    rather = [],
    ...given
  } = chosen;
  const network = await readNetwork(modelOrRun, checkpoint);
  const lines = { never: neverFrom(never.join('\n')), rather: ratherFrom(rather.join('\n')) };
  const options: SamplingOptions = {
    ...DEFAULT_SAMPLING,
    ...styleNamed(style),
    ...given,
    ...lines,
    validUtf8: utf8 ?? false,
  };
  const encoding = wanted ?? network.encoding;
  const prompt = await readPrompt({ ...given, ...(promptFile === undefined ? {} : { promptFile }) }, encoding);
  const learnedFrom = checkCopies ? await learnedText(modelOrRun, text) : null;
  const kernels = await builtFiles(import.meta.url).kernels(wantedKernels ?? network.kernels, vectors);
  const generator = createGenerator(kernels, network.weights, options, { encoding, opening: openingAtPrompt(prompt) });
  const origin = {
    createdMs: Date.now(),
    encoding,
    promptBytes: prompt.length,
    parts: [{ from: 0, runName: basename(modelOrRun), update: network.update, options }],
  };
  const shown = format === 'text' ? new Uint8Array() : prompt;
  const collected: Uint8Array[] = [];
  const pieces = keeping(piecesOf(generator, shown, format === 'json'), learnedFrom ? collected : null);
  await writeOut(exportText(format, origin, pieces), encoding);
  const note = sentenceOnEnding(generator.ending);
  if (note !== null) say(note);
  if (learnedFrom) {
    const draft = format === 'text' ? [prompt, ...collected] : collected;
    const checked = { bytes: Buffer.concat(draft), promptBytes: prompt.length, least: copyBytes ?? DEFAULT_COPY_BYTES };
    sayCopies(await compareWith(learnedFrom, checked), checked.bytes, encoding);
  }
  return 0;
}
