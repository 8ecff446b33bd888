// What the engine does for the window: each command of the protocol, and the events that answer it.
import { openTextFiles } from '../corpus/text-files';
import type { Drafts } from '../drafts/drafts';
import type { EncodingName } from '../protocol/encodings';
import { isAboutPast, obeyAboutPast } from './engine-past';
import { SETTINGS, defaultSettings, settingsProblem, type SettingName, type Settings } from '../hyperparameters';
import { isInspection, lookInside, type LookInsideParts } from './look-inside';
import type * as v from 'valibot';
import { problem, sentenceOf } from '../problem';
import type { EngineCommand } from '../protocol/messages';
import { DEFAULT_SAMPLING } from '../protocol/writing';
import type { Weights } from '../model/weights';
import { isForModels, obeyForModels, type ModelParts } from './open-models';
import { writeText, type Sampler } from '../sampling/sampler';
import type { runListCommands } from '../protocol/run-list';
import type { TextDesk } from './text-desk';
import type { textCommands } from '../protocol/texts';
import type { RunImports } from '../runs/run-imports';
import type { Tuning } from '../tuning/tuning';

const SAMPLE_BYTES = 280;

/** Writes the short samples of a training run, each with a seed of its own. */
export function sampleWriter(sampler: Sampler): (weights: Weights, encoding: EncodingName) => Promise<string> {
  let written = 0;
  return (weights, encoding) => {
    written += 1;
    const options = { ...DEFAULT_SAMPLING, bytes: SAMPLE_BYTES, seed: written, validUtf8: true };
    const network = { weights, kernels: 'fast' as const };
    return writeText(sampler, `sample-${written}`, { network, options, encoding });
  };
}

function settingName(name: string): SettingName {
  if (name in SETTINGS) return name as SettingName;
  throw problem(`There is no setting "${name}". Choose one of: ${Object.keys(SETTINGS).join(', ')}.`);
}

/** What the window sent, as settings; throws a `Problem` if they may not be used. */
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
  texts: TextDesk;
  imports: RunImports;
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

/** Errors of a draft are reported where it is shown. */
async function obeyWriter(parts: EngineParts, command: DraftCommand): Promise<void> {
  const { run, draft } = command;
  try {
    await doForDraft(parts, command);
  } catch (error) {
    parts.emit({ kind: 'draft-failed', run, draft, sentence: sentenceOf(error) });
  }
}

async function startSearch(
  { runs, tuning, pathsOf }: EngineParts,
  { token, name, settings, encoding, plan }: Extract<EngineCommand, { kind: 'start-search' }>,
): Promise<void> {
  if (runs.isTraining) throw problem('A run is training. Pause it before you start a search.');
  const paths = await pathsOf(token);
  const text = await openTextFiles(paths);
  await text.close();
  await tuning.search.start({ name, paths, textBytes: text.bytes, encoding, settings: settingsFrom(settings), plan });
}

async function startRun(
  { runs, networks, pathsOf }: EngineParts,
  { token, name, settings: sent, encoding, isQueued, model }: Extract<EngineCommand, { kind: 'start-run' }>,
): Promise<void> {
  const paths = await pathsOf(token);
  const network = model === null ? null : await networks.find(model);
  const settings = settingsFrom(network ? { ...sent, hiddenSize: network.weights.hiddenSize } : sent);
  const wanted = { name, paths, settings, encoding, ...(network ? { weights: network.weights } : {}) };
  await (isQueued ? runs.startLater(wanted) : runs.start(wanted));
}

type ListCommand = v.InferOutput<(typeof runListCommands)[number]>;
type TextCommand = v.InferOutput<(typeof textCommands)[number]>;

/** What concerns a text, whatever run may read it. */
function obeyForText(texts: TextDesk, command: TextCommand): Promise<void> | undefined {
  switch (command.kind) {
    case 'summarise-text':
      return texts.summarise(command);
    case 'stop-counting':
      texts.stopCounting(command);
      return;
    case 'preview-text':
      return texts.preview(command);
    case 'convert-text':
      return texts.convert(command);
    case 'stop-converting':
      texts.stopConverting(command);
      return;
  }
}

/** What concerns the list of runs. */
async function obeyForList(parts: EngineParts, command: ListCommand | TextCommand): Promise<void> {
  const { runs, imports, pathsOf } = parts;
  switch (command.kind) {
    case 'list-runs':
      return runs.list();
    case 'rename-run':
      return runs.rename(command.run, command.name);
    case 'queue-run':
      return runs.putInQueue(command.run);
    case 'unqueue-run':
      return runs.takeFromQueue(command.run);
    case 'import-run':
      return imports.start(command.token, (await pathsOf(command.token))[0] ?? '');
    case 'stop-importing':
      imports.stop(command.token);
      return;
    case 'locate-text':
      return runs.locateText(command.run, await pathsOf(command.token));
    default:
      return obeyForText(parts.texts, command);
  }
}

async function obey(parts: EngineParts, command: EngineCommand): Promise<void> {
  const { runs, drafts, tuning, emit, pathsOf } = parts;
  if (isInspection(command)) return lookInside(parts, command);
  if (isForModels(command)) return obeyForModels(parts, command);
  if (isAboutPast(command)) return obeyAboutPast(runs, command);
  switch (command.kind) {
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
    case 'start-run':
      return startRun(parts, command);
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
    case 'prepare-writing':
      // Any error is reported when a draft is requested.
      return drafts.prepare(command.run, command.network, command.prompt).catch(() => undefined);
    case 'list-drafts':
      return drafts.list(command.run);
    default:
      return 'draft' in command ? obeyWriter(parts, command) : obeyForList(parts, command);
  }
}

/** Does a command; errors are reported as events, never thrown. */
export async function doCommand(parts: EngineParts, command: EngineCommand): Promise<void> {
  try {
    await obey(parts, command);
  } catch (error) {
    parts.emit({ kind: 'failed', command: command.kind, sentence: sentenceOf(error) });
  }
}
