// What the engine does to begin a run or a search: finds the text, checks the settings that the window sent.
import { openTextFiles } from '../corpus/text-files';
import { SETTINGS, defaultSettings, settingsProblem, type SettingName, type Settings } from '../hyperparameters';
import type { Networks } from '../networks/networks';
import { problem } from '../problem';
import type { EngineCommand } from '../protocol/messages';
import type { RunManager } from '../runs/run-manager';
import type { Tuning } from '../tuning/tuning';

export interface StartParts {
  runs: RunManager;
  networks: Networks;
  tuning: Tuning;
  /** The paths of texts that a token stands for. */
  textPathsOf(token: string): Promise<string[]>;
}

/** Of a name that is none. */
const MOST_SHOWN = 60;

export function settingName(name: string): SettingName {
  if (Object.hasOwn(SETTINGS, name)) return name as SettingName;
  throw problem(
    `There is no setting "${name.slice(0, MOST_SHOWN)}". Choose one of: ${Object.keys(SETTINGS).join(', ')}.`,
  );
}

/** What the window sent, as settings; throws a `Problem` if they may not be used. */
export function settingsFrom(sent: Record<string, number | string>): Settings {
  const settings = { ...defaultSettings(), ...sent };
  const wrong = settingsProblem(settings);
  if (wrong) throw problem(wrong);
  return settings;
}

export async function startSearch(
  { runs, tuning, textPathsOf }: StartParts,
  { token, name, settings, encoding, plan }: Extract<EngineCommand, { kind: 'start-search' }>,
): Promise<void> {
  if (runs.isTraining) throw problem('A run is training. Pause it before you start a search.');
  const paths = await textPathsOf(token);
  const text = await openTextFiles(paths);
  await text.close();
  await tuning.search.start({ name, paths, textBytes: text.bytes, encoding, settings: settingsFrom(settings), plan });
}

export async function startRun(
  { runs, networks, textPathsOf }: StartParts,
  command: Extract<EngineCommand, { kind: 'start-run' }>,
): Promise<void> {
  const { token, name, settings: sent, encoding, isQueued, model, keepsOptimiser } = command;
  const paths = await textPathsOf(token);
  if (keepsOptimiser && model !== null) {
    const wanted = { name, paths, settings: settingsFrom(sent), encoding, goesOnFrom: model };
    await (isQueued ? runs.startLater(wanted) : runs.start(wanted));
    return;
  }
  const network = model === null ? null : await networks.find(model);
  const settings = settingsFrom(network ? { ...sent, hiddenSize: network.weights.hiddenSize } : sent);
  const wanted = { name, paths, settings, encoding, ...(network ? { weights: network.weights } : {}) };
  await (isQueued ? runs.startLater(wanted) : runs.start(wanted));
}
