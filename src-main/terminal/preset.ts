// What `--preset` makes of a run's settings: as in the window, by the text and by this computer's speed, which is measured first.
import { fitSettings } from '../../src-engine/corpus/fit-settings';
import { SETTINGS, SETTING_NAMES, type Settings } from '../../src-engine/hyperparameters';
import type { EngineFiles } from '../../src-engine/runs/open-run';
import { BUILT_IN_PRESETS } from '../../src-engine/settings/presets';
import { measurePace } from '../../src-engine/tuning/pace';

export interface PresetSettings {
  changes: Partial<Settings>;
  /** The options that say the same. */
  sentence: string;
}

/** `flag` names a preset; `given` are settings that the user chose, which go first. */
export async function presetSettings(
  files: EngineFiles,
  flag: string,
  given: Partial<Settings>,
  paths: string[],
  { bytes }: { bytes: number },
): Promise<PresetSettings | null> {
  const preset = BUILT_IN_PRESETS.find((each) => each.flag === flag);
  if (!preset) return null;
  const facts = {
    textBytes: bytes,
    pace: await measurePace(files, paths, given),
    hiddenSize: given.hiddenSize ?? null,
  };
  const changes = preset.changes(fitSettings(given, bytes), facts);
  const words = SETTING_NAMES.flatMap((name) => {
    const value = given[name] ?? changes[name];
    const option = SETTINGS[name].flag;
    return option === undefined || !(name in changes) ? [] : [`--${option} ${value}`];
  });
  const length = given.lengthUnit ?? changes.lengthUnit;
  if (length !== undefined && length !== 'told') words.push(`--${length} ${given.length ?? changes.length}`);
  return { changes, sentence: `${preset.name} is here: ${words.join(' ')}` };
}
