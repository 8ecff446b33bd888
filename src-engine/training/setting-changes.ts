// The settings in force at an update: those the run began with, and the journal of what was changed since.
import type { SettingName, Settings } from '../hyperparameters';
import type { SettingChange } from '../protocol';

/** A change journalled at update n counts for the updates after the n-th. */
export function settingsAt(settings: Settings, changes: SettingChange[], update: number): Settings {
  const current: Settings = { ...settings };
  for (const change of changes) {
    if (change.update > update) continue;
    Object.assign(current, { [change.name as SettingName]: change.value });
  }
  return current;
}
