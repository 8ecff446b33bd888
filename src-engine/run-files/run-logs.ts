// Reads the small logs of a run, each with the shape of its entries.
import * as v from 'valibot';
import { SETTINGS, SETTING_NAMES, settingProblem, type SettingName } from '../hyperparameters';
import {
  sample,
  settingChange,
  validationPoint,
  type Sample,
  type SettingChange,
  type ValidationPoint,
} from '../protocol/messages';
import { readLog } from './append-log';
import type { RunFolder } from './run-folder';

const isLive = (name: string) => SETTING_NAMES.some((known) => known === name && SETTINGS[known].live);

/** A change that a run could really have taken. */
const takenChange = v.pipe(
  settingChange,
  v.check(({ name, value }) => isLive(name) && settingProblem(name as SettingName, value) === null),
);

export const readValidations = (folder: RunFolder): Promise<ValidationPoint[]> =>
  readLog(folder.validationsPath, validationPoint);
export const readSamples = (folder: RunFolder): Promise<Sample[]> => readLog(folder.samplesPath, sample);
export const readChanges = (folder: RunFolder): Promise<SettingChange[]> => readLog(folder.changesPath, takenChange);
