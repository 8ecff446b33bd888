// Decides how the one table of settings is laid out: which are in view, which have a slider. The facts stay in the table.
import { SETTING_NAMES, SETTINGS, type SettingGroup, type SettingName } from '../../src-engine/hyperparameters';

const ESSENTIAL: ReadonlySet<SettingName> = new Set([
  'hiddenSize',
  'truncation',
  'optimizer',
  'learningRate',
  'length',
  'patience',
  'seed',
  'lanes',
  'leaveRoom',
]);

/** Where a range is felt; a seed is not, nor is a count that goes to a thousand million. */
const WITH_SLIDER: ReadonlySet<SettingName> = new Set([
  'hiddenSize',
  'truncation',
  'steps',
  'learningRate',
  'clipNorm',
  'restartShare',
  'lanes',
  'validationShare',
  'threads',
]);

/** A choice that stands in the place of a number's unit. */
export const UNIT_CHOICES: Partial<Record<SettingName, SettingName>> = { length: 'lengthUnit' };
const STANDS_BESIDE: ReadonlySet<SettingName> = new Set(Object.values(UNIT_CHOICES));

/** A unit beside which no number stands. */
export const isWithoutNumber = (name: SettingName, unit: unknown): boolean => name === 'length' && unit === 'told';

export const SETTING_GROUPS: SettingGroup[] = ['Network', 'Learning', 'Text', 'Computer'];

export const hasSlider = (name: SettingName): boolean => WITH_SLIDER.has(name);

export interface GroupLayout {
  essential: SettingName[];
  more: SettingName[];
}

/** In segment the bytes per update are the truncation, so they are not asked for. */
export function groupLayout(group: SettingGroup, backprop: unknown): GroupLayout {
  const names = SETTING_NAMES.filter((name) => {
    if (SETTINGS[name].group !== group || STANDS_BESIDE.has(name)) return false;
    return name !== 'steps' || backprop === 'sliding';
  });
  return {
    essential: names.filter((name) => ESSENTIAL.has(name)),
    more: names.filter((name) => !ESSENTIAL.has(name)),
  };
}
