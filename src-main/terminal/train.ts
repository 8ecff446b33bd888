// `unroll train` and `unroll resume`: a run in the terminal, pausing cleanly on Ctrl-C.
import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { builtFiles } from '../../src-engine/engine-files';
import { fitSettings } from '../../src-engine/corpus/fit-settings';
import { checkFolder } from '../../src-engine/files/regular-file';
import type { EncodingName } from '../../src-engine/protocol/encodings';
import { defaultSettings, settingsProblem, type Settings, type VectorChoice } from '../../src-engine/hyperparameters';
import type { Weights } from '../../src-engine/model/weights';
import { numberInSentence, problem, sentenceOf } from '../../src-engine/problem';
import { DEFAULT_SAMPLING } from '../../src-engine/protocol/writing';
import { createGenerator } from '../../src-engine/sampling/generator';
import { createTextDecoder } from '../../src-engine/sampling/text-encoding';
import { continueRun, createRun } from '../../src-engine/runs/open-run';
import { originOf, type Origin } from '../../src-engine/runs/run-origin';
import { inNewRunFolder, readRecord, runFolder } from '../../src-engine/run-files/run-folder';
import { readChanges } from '../../src-engine/run-files/run-logs';
import { settingsAt } from '../../src-engine/run-files/setting-changes';
import type { TrainingObserver } from '../../src-engine/training/training-parts';
import type { TrainingOutcome, TrainingRun } from '../../src-engine/training/training-run';
import { lookAtText, type LookedAtText } from './look-at-text';
import { readWeights } from './model-or-run';
import { presetSettings } from './preset';
import { watchInterruptions, type InterruptionWatch } from './interruptions';
import { jsonOutput, progressOutput, type TrainingOutput } from './output';
import { readableTexts } from './texts';
import { chosenSettings, usageProblem } from './usage';

const FILES = builtFiles(import.meta.url);
const SAMPLE_BYTES = 200;

export interface TrainOptions {
  [setting: string]: unknown;
  init?: string;
  keepOptimizer?: boolean;
  encoding?: EncodingName;
  updates?: number;
  epochs?: number;
  minutes?: number;
  stopAfter?: number;
  run?: string;
  json?: boolean;
  asIs?: boolean;
  vectors?: VectorChoice;
  preset?: string;
}

/** The length as settings; throws a `Problem` if it was given in two ways. */
function chosenLength({ updates, epochs, minutes }: TrainOptions): Partial<Settings> {
  const given = Object.entries({ updates, epochs, minutes }).filter(([, amount]) => amount !== undefined);
  if (given.length > 1) {
    throw usageProblem(`--${given.map(([unit]) => unit).join(' and --')} both set how long to train. Use only one.`);
  }
  const [unit, length] = given[0] ?? [];
  return length === undefined ? {} : { lengthUnit: unit as Settings['lengthUnit'], length };
}

/** Writes samples in this thread, between two orders: a terminal has nothing else to do meanwhile. */
async function sampleWriter(
  output: TrainingOutput,
  encoding: EncodingName,
  vectors?: VectorChoice,
): Promise<TrainingObserver['onSampleDue']> {
  const kernels = await FILES.kernels('fast', vectors);
  return (update, weights) => {
    const options = { ...DEFAULT_SAMPLING, bytes: SAMPLE_BYTES, seed: update, validUtf8: true };
    const generator = createGenerator(kernels, weights, options, { encoding });
    output.sample(update, createTextDecoder(encoding).decode(generator.next(SAMPLE_BYTES)));
  };
}

interface Conduct {
  run: TrainingRun;
  output: TrainingOutput;
  stopAfter: number;
}

/** Trains to the end, or until it is interrupted, which is a pause with everything saved; resolves to the exit code. */
async function conduct({ run, output, stopAfter }: Conduct): Promise<number> {
  const watch = watchInterruptions(() => run.pause());
  try {
    const outcome = await trainAndTell({ run, output, stopAfter }, watch);
    const { exitCode, sentence } = watch.interruption() ?? { exitCode: 0, sentence: null };
    if (sentence !== null) throw problem(sentence);
    return outcome === 'paused' ? exitCode : 0;
  } finally {
    watch.close();
    await run.close().catch(() => undefined);
  }
}

function sentenceOnNothing({ update, storage }: TrainingRun, outcome: TrainingOutcome): string {
  const state = outcome === 'finished' ? 'is finished' : 'stands';
  return `"${storage.folder.id}" ${state} at update ${numberInSentence(update)}, so nothing was trained. Choose more updates to go on.`;
}

async function trainAndTell({ run, output, stopAfter }: Conduct, watch: InterruptionWatch): Promise<TrainingOutcome> {
  const { storage, update } = run;
  const { state } = storage.record;
  try {
    await storage.setState('training', storage.record.sentence);
    if (storage.record.sentence) output.notice(storage.record.sentence);
    // What came before the training began would be forgotten by it.
    const outcome = watch.interruption() ? 'paused' : await run.train(stopAfter);
    if (run.update === update && (outcome === 'stopped' || state === 'finished'))
      output.notice(sentenceOnNothing(run, outcome));
    await storage.setState(outcome === 'finished' ? 'finished' : 'paused', null);
    const { folder, record } = storage;
    const validationBitsPerByte = storage.validations.newest?.bitsPerByte ?? null;
    const ending = { outcome, run: folder.path, updates: run.update, validationBitsPerByte };
    output.ended({ ...ending, lossNats: record.lossNats });
    return outcome;
  } catch (error) {
    if (run.isWhole) await run.checkpoint().catch(() => undefined);
    await storage.setState('failed', sentenceOf(error)).catch(() => undefined);
    throw error;
  }
}

async function observe(
  { json = false, vectors }: Pick<TrainOptions, 'json' | 'vectors'>,
  output: TrainingOutput,
  encoding: EncodingName,
): Promise<TrainingObserver> {
  const onSampleDue = json ? undefined : await sampleWriter(output, encoding, vectors);
  return {
    onMetrics: (point, totalUpdates) => output.metrics(point, totalUpdates),
    onValidating: (share) => output.validating(share),
    onValidation: (point) => output.validation(point),
    onTextChanged: ({ sentence }) => output.notice(sentence),
    ...(onSampleDue ? { onSampleDue } : {}),
  };
}

/** What is worth a line about a text, and about settings that had to be fitted to it. */
function noticesOn({ name, notice }: LookedAtText, settings: Settings, usual: Settings): string[] {
  const notices = notice === null ? [] : [notice];
  if (settings.lanes < usual.lanes) {
    const lanes = settings.lanes === 1 ? '1 lane is' : `${settings.lanes} lanes are`;
    notices.push(`"${name}" is short, so ${lanes} used instead of ${usual.lanes}.`);
  }
  if (settings.validationShare < usual.validationShare) {
    const percent = (share: number) => `${numberInSentence(Number((100 * share).toPrecision(2)))}%`;
    notices.push(
      `"${name}" is long, so ${percent(settings.validationShare)} of it is held out instead of ${percent(usual.validationShare)}.`,
    );
  }
  return notices;
}

/** Those of the run that is gone on from, with its optimiser. */
async function keptSettings({ init, keepOptimizer = false }: TrainOptions): Promise<Partial<Settings>> {
  if (!keepOptimizer) return {};
  if (init === undefined || !(await stat(init)).isDirectory()) {
    throw usageProblem('--keep-optimizer takes --init with a run: a model has no optimizer to go on with.');
  }
  const folder = runFolder(resolve(init));
  const { optimizer, schedule, learningRate } = settingsAt(
    (await readRecord(folder)).settings,
    await readChanges(folder),
    Infinity,
  );
  return { optimizer, schedule, learningRate };
}

/** Where the run begins: at random, with weights, or where another run stands. */
async function beginning(
  { init, keepOptimizer = false }: TrainOptions,
  settings: Settings,
  weights: Weights | undefined,
): Promise<Partial<Origin>> {
  if (init !== undefined && keepOptimizer) return originOf(runFolder(resolve(init)), settings);
  return weights ? { weights } : {};
}

export async function train(files: string[], options: TrainOptions): Promise<number> {
  const output = options.json ? jsonOutput() : progressOutput();
  if (options.run !== undefined) await checkFolder(resolve(options.run));
  const weights = options.init === undefined ? undefined : await readWeights(options.init);
  const kept = await keptSettings(options);
  const chosen = { ...kept, ...chosenSettings(options), ...chosenLength(options) };
  if (weights && chosen.hiddenSize !== undefined && chosen.hiddenSize !== weights.hiddenSize) {
    throw usageProblem(
      `--hidden ${chosen.hiddenSize} differs from the ${weights.hiddenSize} of "${options.init}". Leave --hidden out.`,
    );
  }
  const beside = options.run === undefined ? resolve('unroll-runs') : dirname(resolve(options.run));
  const paths = await readableTexts(
    files.map((file) => resolve(file)),
    { asIs: options.asIs ?? false, beside, notice: (sentence) => output.notice(sentence) },
  );
  const text = await lookAtText(paths, options.encoding);
  const { encoding } = text;
  const given = weights ? { ...chosen, hiddenSize: weights.hiddenSize } : chosen;
  const preset = options.preset === undefined ? null : await presetSettings(FILES, options.preset, given, paths, text);
  if (preset) output.notice(preset.sentence);
  const settings = fitSettings({ ...preset?.changes, ...given }, text.bytes);
  const wrong = settingsProblem(settings);
  if (wrong) throw usageProblem(wrong);
  const name = basename(files[0] ?? 'text');
  const begins = await beginning(options, settings, weights);
  const observer = await observe(options, output, encoding);
  const make = (folder: string) => createRun(FILES, { folder, name, paths, settings, encoding, ...begins }, observer);
  const run = await (options.run === undefined
    ? inNewRunFolder(resolve('unroll-runs'), name, ({ path }) => make(path))
    : make(resolve(options.run)));
  for (const sentence of noticesOn(text, settings, { ...defaultSettings(), ...given })) output.notice(sentence);
  return conduct({ run, output, stopAfter: options.stopAfter ?? Infinity });
}

/** A document gives the same text again. */
function textAgain(folder: string, files: string[], asIs: boolean, output: TrainingOutput): Promise<string[]> {
  const notice = (sentence: string): void => output.notice(sentence);
  return readableTexts(
    files.map((file) => resolve(file)),
    { asIs, beside: dirname(resolve(folder)), notice },
  );
}

export async function resume(
  folder: string,
  options: Pick<TrainOptions, 'updates' | 'stopAfter' | 'json' | 'vectors'> & {
    text?: string[];
    changedText?: boolean;
    asIs?: boolean;
  },
): Promise<number> {
  const output = options.json ? jsonOutput() : progressOutput();
  await checkFolder(resolve(folder));
  const { text } = await readRecord(runFolder(resolve(folder)));
  const observer = await observe(options, output, text.encoding);
  const run = await continueRun(FILES, resolve(folder), observer, {
    changes: { ...chosenLength(options), ...(options.vectors ? { vectors: options.vectors } : {}) },
    ...(options.text ? { paths: await textAgain(folder, options.text, options.asIs ?? false, output) } : {}),
    acceptsText: options.changedText ?? false,
  });
  return conduct({ run, output, stopAfter: options.stopAfter ?? Infinity });
}
