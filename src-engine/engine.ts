// What the engine does for the window: each command of the protocol, and the events that answer it.
import { fitDefaults } from './corpus/fit-settings';
import { summarise } from './corpus/summary';
import { openTextFiles } from './corpus/text-files';
import type { Drafts } from './drafts/drafts';
import { SETTINGS, defaultSettings, settingsProblem, type SettingName, type Settings } from './hyperparameters';
import { isInspection, lookInside, type LookInsideParts } from './look-inside';
import { problem, sentenceOf } from './problem';
import type { EngineCommand } from './protocol';
import { DEFAULT_SAMPLING } from './writing-protocol';
import type { Weights } from './model/weights';
import { isForModels, obeyForModels, type ModelParts } from './open-models';
import { writeText, type Sampler } from './sampling/sampler';
import type { Tuning } from './training/tuning';

const SAMPLE_BYTES = 280;

/** Writes the short samples of a training run, each with a seed of its own. */
export function sampleWriter(sampler: Sampler): (weights: Weights) => Promise<string> {
  let written = 0;
  return (weights) => {
    written += 1;
    const options = { ...DEFAULT_SAMPLING, bytes: SAMPLE_BYTES, seed: written };
    const network = { weights, kernels: 'fast' as const };
    return writeText(sampler, `sample-${written}`, { network, options, encoding: 'utf-8' });
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

type DraftCommand = Extract<EngineCommand, { draft: string }>;

export interface EngineParts extends LookInsideParts, ModelParts {
  drafts: Drafts;
  tuning: Tuning;
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

function doForDraft({ drafts }: EngineParts, command: DraftCommand): Promise<void> {
  const name = { run: command.run, draft: command.draft };
  switch (command.kind) {
    case 'write-draft':
      return drafts.write(name, command.network, command.options);
    case 'continue-draft':
      return drafts.goOn(name, command.network, command.options);
    case 'branch-draft':
      return drafts.branch(name, command);
    case 'stop-draft':
      return drafts.stop(name);
    case 'open-draft':
      return drafts.open(name);
    case 'read-draft':
      return drafts.read(name, command);
    case 'find-alternatives':
      return drafts.alternatives(name, command.at);
    case 'find-text':
      return drafts.find(name, command.text);
    case 'mark-draft':
      return drafts.mark(name, command.favourite);
    case 'remove-draft':
      return drafts.remove(name);
  }
}

/** What goes wrong with a draft is told where it is shown. */
async function obeyWriter(parts: EngineParts, command: DraftCommand): Promise<void> {
  const { run, draft } = command;
  try {
    await doForDraft(parts, command);
  } catch (error) {
    parts.emit({ kind: 'draft-failed', run, draft, sentence: sentenceOf(error) });
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

async function startRun(
  { runs, networks, pathsOf }: EngineParts,
  { token, name, settings: sent, model }: Extract<EngineCommand, { kind: 'start-run' }>,
): Promise<void> {
  const paths = await pathsOf(token);
  if (model === null) return runs.start({ name, paths, settings: settingsFrom(sent) });
  const { weights } = await networks.find(model);
  return runs.start({ name, paths, settings: settingsFrom({ ...sent, hiddenSize: weights.hiddenSize }), weights });
}

async function obey(parts: EngineParts, command: EngineCommand): Promise<void> {
  const { runs, drafts, tuning, emit, pathsOf } = parts;
  if (isInspection(command)) return lookInside(parts, command);
  if (isForModels(command)) return obeyForModels(parts, command);
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
      return startRun(parts, command);
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
    case 'list-checkpoints':
      emit({ kind: 'checkpoints', run: command.run, checkpoints: await parts.networks.checkpoints(command.run) });
      return;
    case 'list-drafts':
      return drafts.list(command.run);
    default:
      return obeyWriter(parts, command);
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
