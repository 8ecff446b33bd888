// Lays out the form by the columns of the one table of settings: what is asked for, what is in view, what stands beside what.
import { SETTING_NAMES, SETTINGS, type SettingName } from '../../src-engine/hyperparameters';
import type { SettingGroup } from '../../src-engine/settings/setting';

type ValueOf = (name: SettingName) => unknown;

/** The choice that stands in the place of a number's unit. */
export function unitChoiceOf(name: SettingName): SettingName | undefined {
  const setting = SETTINGS[name];
  return setting.kind === 'number' ? setting.unitChoice : undefined;
}

/** A unit beside which no number stands. */
export function isWithoutNumber(choice: SettingName, unit: unknown): boolean {
  const setting = SETTINGS[choice];
  return setting.kind === 'choice' && setting.withoutNumber === unit;
}

/** In segment, for one, the bytes per update are the truncation. */
export function isAsked(name: SettingName, valueOf: ValueOf): boolean {
  const { onlyWith } = SETTINGS[name];
  return onlyWith === undefined || valueOf(onlyWith.setting) === onlyWith.value;
}

export interface GroupLayout {
  essential: SettingName[];
  more: SettingName[];
}

export function groupLayout(group: SettingGroup, valueOf: ValueOf): GroupLayout {
  const standBeside = SETTING_NAMES.map(unitChoiceOf);
  const names = SETTING_NAMES.filter(
    (name) => SETTINGS[name].group === group && !standBeside.includes(name) && isAsked(name, valueOf),
  );
  return {
    essential: names.filter((name) => SETTINGS[name].essential),
    more: names.filter((name) => !SETTINGS[name].essential),
  };
}
