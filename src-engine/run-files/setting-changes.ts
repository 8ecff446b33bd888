// The settings in force at an update: those the run began with, and the journal of what was changed since.
import { SETTINGS, settingProblem, type SettingName, type Settings } from '../hyperparameters';
import { problem } from '../problem';
import type { SettingChange } from '../protocol/messages';

/** A change journalled at update n counts for the updates after the n-th. */
export function settingsAt(settings: Settings, changes: SettingChange[], update: number): Settings {
  const current: Settings = { ...settings };
  for (const change of changes) {
    if (change.update > update) continue;
    Object.assign(current, { [change.name as SettingName]: change.value });
  }
  return current;
}

/** Throws a `Problem` if a run that has begun cannot take the change. */
export function checkChange(name: SettingName, value: number | string): void {
  const setting = SETTINGS[name];
  if (!setting.live) throw problem(`${setting.label} can’t change during a run. Start a new run with it.`);
  const wrong = settingProblem(name, value);
  if (wrong) throw problem(wrong);
}
