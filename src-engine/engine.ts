// What the engine does for the window: each command of the protocol, and the events that answer it.
import { fitDefaults } from './corpus/fit-settings';
import { summarise } from './corpus/summary';
import { openTextFiles } from './corpus/text-files';
import { SETTINGS, defaultSettings, settingsProblem, type SettingName, type Settings } from './hyperparameters';
import { problem, sentenceOf } from './problem';
import { DEFAULT_SAMPLING, type EngineCommand, type EngineEvent } from './protocol';
import type { Weights } from './model/weights';
import { generateText, type Sampler } from './sampling/sampler';
import type { RunManager } from './training/run-manager';
import type { Tuning } from './training/tuning';

const SAMPLE_BYTES = 280;

/** Writes the short samples of a training run, each with a seed of its own. */
export function sampleWriter(sampler: Sampler): (weights: Weights) => Promise<string> {
  let written = 0;
  return (weights) => {
    written += 1;
    const options = { ...DEFAULT_SAMPLING, bytes: SAMPLE_BYTES, seed: written };
    return generateText(sampler, `sample-${written}`, weights, options);
  };
}

function settingName(name: string): SettingName {
  if (name in SETTINGS) return name as SettingName;
  throw problem(`There is no setting "${name}". Choose one of: ${Object.keys(SETTINGS).join(', ')}.`);
}

/** What the window sent, as settings; a sentence when they may not be used. */
function settingsFrom(sent: Record<string, number | string>): Settings {
  const settings = { ...defaultSettings(), ...sent };
  const wrong = settingsProblem(settings);
  if (wrong) throw problem(wrong);
  return settings;
}

export interface EngineParts {
  runs: RunManager;
  sampler: Sampler;
  tuning: Tuning;
  emit(event: EngineEvent): void;
  /** The paths a token stands for. */
  pathsOf(token: string): Promise<string[]>;
}

async function summariseText({ emit, pathsOf }: EngineParts, token: string): Promise<void> {
  const text = await openTextFiles(await pathsOf(token));
  try {
    if (text.bytes === 0) throw problem(`"${text.name}" is empty. Choose a text with at least a few hundred bytes.`);
    emit({
      kind: 'text-summary',
      summary: { token, ...(await summarise(text)), fitted: { ...fitDefaults(text.bytes) } },
    });
  } finally {
    await text.close();
  }
}

async function generate(
  { runs, sampler, emit }: EngineParts,
  command: Extract<EngineCommand, { kind: 'generate' }>,
): Promise<void> {
  const { request, run, options } = command;
  try {
    sampler.generate(request, await runs.weights(run), options, {
      onText: (text) => emit({ kind: 'generated', request, text }),
      onEnd: (bytes, sentence) => emit({ kind: 'generation-ended', request, bytes, sentence }),
    });
  } catch (error) {
    emit({ kind: 'generation-ended', request, bytes: 0, sentence: sentenceOf(error) });
  }
}

async function startSearch(
  { tuning, pathsOf }: EngineParts,
  { token, name, settings, plan }: Extract<EngineCommand, { kind: 'start-search' }>,
): Promise<void> {
  const paths = await pathsOf(token);
  const text = await openTextFiles(paths);
  await text.close();
  await tuning.search.start({ name, paths, textBytes: text.bytes, settings: settingsFrom(settings), plan });
}

async function obey(parts: EngineParts, command: EngineCommand): Promise<void> {
  const { runs, sampler, tuning, pathsOf } = parts;
  switch (command.kind) {
    case 'list-runs':
      return runs.list();
    case 'tell-tuning':
      tuning.tell();
      return;
    case 'estimate-cost':
      return tuning.costs.estimate(
        { ...defaultSettings(), ...command.settings },
        command.token === null ? [] : await pathsOf(command.token),
      );
    case 'find-learning-rate':
      return tuning.findLearningRate(settingsFrom(command.settings), await pathsOf(command.token));
    case 'stop-finding-learning-rate':
      tuning.stopFinding();
      return;
    case 'start-search':
      return startSearch(parts, command);
    case 'cancel-search':
      return tuning.search.cancel();
    case 'summarise-text':
      return summariseText(parts, command.token);
    case 'start-run':
      return runs.start({
        name: command.name,
        paths: await pathsOf(command.token),
        settings: settingsFrom(command.settings),
      });
    case 'open-run':
      return runs.history(command.run);
    case 'pause-run':
      return runs.pause(command.run);
    case 'resume-run':
      return runs.resume(command.run);
    case 'stop-run':
      return runs.stop(command.run);
    case 'change-setting':
      return runs.changeSetting(command.run, settingName(command.name), command.value);
    case 'generate':
      return generate(parts, command);
    case 'stop-generating':
      sampler.stop(command.request);
  }
}

/** Does a command; what goes wrong is told as an event, never thrown. */
export async function doCommand(parts: EngineParts, command: EngineCommand): Promise<void> {
  try {
    await obey(parts, command);
  } catch (error) {
    parts.emit({ kind: 'failed', command: command.kind, sentence: sentenceOf(error) });
  }
}
