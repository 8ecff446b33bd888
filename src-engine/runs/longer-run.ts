// Gives a run that has ended, or rests, a new length.
import { settingsProblem, type Settings } from '../hyperparameters';
import { numberInSentence, problem } from '../problem';
import { appendOnce } from '../run-files/append-log';
import type { RunFolder, RunRecord } from '../run-files/run-folder';
import { readChanges, readValidations } from '../run-files/run-logs';
import { settingsAt } from '../run-files/setting-changes';
import { isOutOfPatience, validationsSoFar } from '../run-files/plateau';
import { shareDone } from '../training/run-length';
import { updatesAnEpoch } from './run-origin';

export type Length = Pick<Settings, 'length' | 'lengthUnit'>;

/** The record with the new length; throws a `Problem` where the run has already trained as long. */
export async function lengthened(folder: RunFolder, record: RunRecord, length: Length): Promise<RunRecord> {
  const settings = { ...record.settings, ...length };
  const wrong = settingsProblem(settings);
  if (wrong) throw problem(wrong);
  const { update } = record;
  if (shareDone(settings, updatesAnEpoch({ ...record, settings }), record) >= 1) {
    throw problem(`The run has already trained that long: ${numberInSentence(update)} updates. Enter a longer length.`);
  }
  await forgetPatience(folder, settings, update);
  return { ...record, settings, state: 'paused', sentence: null };
}

/** A run that ended since validation no longer improved would end again at once. */
async function forgetPatience(folder: RunFolder, settings: Settings, update: number): Promise<void> {
  const changes = await readChanges(folder);
  const { patience } = settingsAt(settings, changes, Infinity);
  if (!isOutOfPatience(validationsSoFar(await readValidations(folder)), patience)) return;
  await appendOnce(folder.changesPath, { update, name: 'patience', value: 0 });
}
