// The one table of the settings of a run: the form, the command line, validation, the search and the run files all read it.
import { numberInSentence } from './problem';
import { COMPUTER_SETTINGS } from './settings/computer-settings';
import { LEARNING_SETTINGS } from './settings/learning-settings';
import { NETWORK_SETTINGS } from './settings/network-settings';
import type { ChoiceSetting, NumberSetting, Setting } from './settings/setting';
import { TEXT_SETTINGS } from './settings/text-settings';

const MOST_VALUE_CHARACTERS = 40;

const TABLE = { ...NETWORK_SETTINGS, ...LEARNING_SETTINGS, ...TEXT_SETTINGS, ...COMPUTER_SETTINGS };

export type SettingName = keyof typeof TABLE;

type ValueOf<Row> = Row extends ChoiceSetting ? Row['options'][number]['value'] : number;
/** A number or one of the options for each row of the table. */
export type Settings = { [Name in SettingName]: ValueOf<(typeof TABLE)[Name]> };

export type Backprop = Settings['backprop'];
export type Optimizer = Settings['optimizer'];
export type Initialisation = Settings['initialisation'];
export type Schedule = Settings['schedule'];
export type KernelVariant = Settings['kernels'];
export type VectorChoice = Settings['vectors'];
export type LeaveRoom = Settings['leaveRoom'];
export type Priority = Settings['priority'];

export const LENGTH_UNITS = TABLE.lengthUnit.options.map(({ value }) => value);
export const KERNEL_VARIANTS = TABLE.kernels.options.map(({ value }) => value);

export const VECTOR_CHOICES = TABLE.vectors.options.map(({ value }) => value);

export const SETTINGS: Record<SettingName, Setting<SettingName>> = TABLE;

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

export function defaultSettings(): Settings {
  const entries = SETTING_NAMES.map((name) => [name, SETTINGS[name].default]);
  return Object.fromEntries(entries) as Settings;
}

/** A value of any kind and length, as a sentence repeats it. */
function shortly(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? 'an object' : String(value);
  const line = text.replace(/[\p{Cc}\p{Surrogate}]/gu, ' ');
  return line.length > MOST_VALUE_CHARACTERS ? `${line.slice(0, MOST_VALUE_CHARACTERS)}…` : line;
}

function numberProblem(setting: NumberSetting, value: unknown): string | null {
  const { label, least, most, whole } = setting;
  // Written only where it is needed: numbers in the system's format take time.
  const range = () => `${numberInSentence(least)} to ${numberInSentence(most)}`;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return `${label} "${shortly(value)}" is not a number. Enter a ${whole ? 'whole number' : 'number'} from ${range()}.`;
  }
  if (whole && !Number.isInteger(value))
    return `${label} ${numberInSentence(value)} is not a whole number. Enter one from ${range()}.`;
  if (value < least || value > most)
    return `${label} ${numberInSentence(value)} is out of range. Choose from ${range()}.`;
  return null;
}

/** The problem with one value, as a message; null when it may be used. */
export function settingProblem(name: SettingName, value: unknown): string | null {
  const setting = SETTINGS[name];
  if (setting.kind === 'number') return numberProblem(setting, value);
  if (setting.options.some((option) => option.value === value)) return null;
  const known = setting.options.map((option) => option.value).join(', ');
  return `${setting.label} "${shortly(value)}" is not valid. Choose one of: ${known}.`;
}

/** What is wrong with the settings together, the first thing only; null when a run may begin with them. */
export function settingsProblem(settings: Settings): string | null {
  for (const name of SETTING_NAMES) {
    const problem = settingProblem(name, settings[name]);
    if (problem) return problem;
  }
  const { backprop, truncation, steps } = settings;
  if (backprop === 'segment' && truncation < 1) {
    return 'Segment back-propagation needs a truncation k of 1 or more. Raise it, or choose sliding.';
  }
  if (backprop === 'segment' && steps !== 0 && steps !== truncation) {
    return `Bytes per update ${steps} differs from the truncation ${truncation}. Segment back-propagation uses one value for both: leave it out, or choose sliding.`;
  }
  const { lengthUnit, schedule, patience, validationShare, validationEvery } = settings;
  if (lengthUnit === 'told' && (schedule === 'cosine' || schedule === 'step')) {
    return 'This schedule needs a fixed run length, and the run is unlimited. Choose a length, or the schedule Constant or Halve on plateau.';
  }
  if (patience > 0 && (validationShare === 0 || validationEvery === 0)) {
    return `Stopping early after ${patience} validations needs validation. Hold out some of the text and set a validation interval, or set this to 0.`;
  }
  return null;
}

/** T or u: the bytes a lane reads per update. */
export function stepsPerUpdate(settings: Pick<Settings, 'backprop' | 'truncation' | 'steps'>): number {
  if (settings.backprop === 'segment') return settings.truncation;
  return settings.steps || Math.max(1, settings.truncation);
}

/** True when training keeps to half of its threads now. */
export function leavesRoom(choice: LeaveRoom, isOnBattery: boolean): boolean {
  return choice === 'always' || (choice === 'on-battery' && isOnBattery);
}
