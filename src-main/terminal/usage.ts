// Reads the options of the command line against the engine's one table of settings.
import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import {
  VECTOR_CHOICES,
  SETTINGS,
  SETTING_NAMES,
  settingProblem,
  type Settings,
} from '../../src-engine/hyperparameters';
import type { Setting } from '../../src-engine/settings/setting';
import type { Bounds } from '../../src-engine/protocol/scalars';

/** The command line was wrong: exit 2, where a problem of the work itself is exit 1. */
export function usageProblem(sentence: string): Error {
  return Object.assign(new Error(sentence), { isUsage: true as const });
}

export function isUsageProblem(error: unknown): error is Error {
  return error instanceof Error && 'isUsage' in error;
}

/** The options that name a file or a folder. */
const PATH_OPTIONS = ['init', 'into', 'out', 'promptFile', 'run', 'text'];

/** Throws where a file or a folder is named by nothing, which would be the folder that one is in. */
export function checkPaths(command: Command): void {
  if (command.args.includes('')) {
    throw usageProblem(`An argument of "${command.name()}" is empty. Give the name of a file or a folder.`);
  }
  const options = command.opts<Record<string, unknown>>();
  const empty = command.options.find(
    (option) => PATH_OPTIONS.includes(option.attributeName()) && options[option.attributeName()] === '',
  );
  if (empty) throw usageProblem(`${empty.long} is empty. Give the name of a file or a folder.`);
}

/** --learning-rate → learningRate */
const attributeOf = (flag: string) => flag.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

function describe(setting: Setting): string {
  if (setting.kind === 'choice') return `${setting.help} (default: ${setting.default})`;
  const join = setting.default === 0 ? ', ' : '; 0: ';
  const zero = setting.zeroMeans ? `${join}${setting.zeroMeans}` : '';
  return `${setting.help} (default: ${setting.default}${zero})`;
}

function placeholder(setting: Setting): string {
  if (setting.kind === 'choice') return setting.options.map((option) => option.value).join('|');
  return setting.whole ? 'n' : 'x';
}

/** Adds an option for each of the settings that has one, where they are `wanted`. */
export function addSettingOptions(command: Command, wanted = (_: Setting) => true): Command {
  for (const name of SETTING_NAMES) {
    const setting = SETTINGS[name];
    if (setting.flag && wanted(setting))
      command.option(`--${setting.flag} <${placeholder(setting)}>`, describe(setting));
  }
  return command;
}

/** A number as typed; NaN where it is none, so that the setting's own sentence says so. */
function typedNumber(text: string): number {
  return text.trim() === '' ? NaN : Number(text);
}

/** The settings that were given, checked one by one. */
export function chosenSettings(options: Record<string, unknown>): Partial<Settings> {
  const chosen: Record<string, number | string> = {};
  for (const name of SETTING_NAMES) {
    const setting = SETTINGS[name];
    const typed = setting.flag === undefined ? undefined : options[attributeOf(setting.flag)];
    if (typeof typed !== 'string') continue;
    const value = setting.kind === 'number' ? typedNumber(typed) : typed;
    const shown = Number.isNaN(value) ? typed : value;
    const wrong = settingProblem(name, shown);
    if (wrong) throw usageProblem(wrong);
    chosen[name] = value;
  }
  return chosen;
}

/** A parser for an option that is no setting: a number from `least` to `most`. */
export function numberFrom(least: number, most: number, whole = true): (text: string) => number {
  return (text) => {
    const value = typedNumber(text);
    if (Number.isFinite(value) && value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
    throw new InvalidArgumentError(`Choose a ${whole ? 'whole number' : 'number'} from ${least} to ${most}.`);
  };
}

export const within = ({ least, most }: Bounds, whole = true): ((text: string) => number) =>
  numberFrom(least, most, whole);

/** Runs the work of a command, whose result is the exit code. */
export type Finish = (work: Promise<number>) => Promise<void>;

export const vectorsOption = (): Option =>
  new Option('--vectors <name>', SETTINGS.vectors.help).choices(VECTOR_CHOICES);
