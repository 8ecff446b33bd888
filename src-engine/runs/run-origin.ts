// Where a new run begins that goes on from another one: its weights, what its optimiser remembers, how far its schedule is.
import { layLanes, validationBytes } from '../corpus/lanes';
import { stepsPerUpdate, type Settings } from '../hyperparameters';
import type { Checkpoint } from '../model/read-checkpoint';
import type { Weights } from '../model/weights';
import { problem } from '../problem';
import { readRecord, type RunFolder, type RunOrigin, type RunRecord } from '../run-files/run-folder';
import { readValidations } from '../run-files/run-logs';
import { plateausBefore } from '../run-files/plateau';
import { shareDone } from '../training/run-length';
import { newestNetwork } from './run-network';

export interface Origin {
  weights: Weights;
  moments: Checkpoint['moments'];
  origin: RunOrigin;
}

export function updatesAnEpoch({ text, settings }: Pick<RunRecord, 'text' | 'settings'>): number {
  const trained = text.bytes - validationBytes(text.bytes, settings.validationShare);
  return layLanes(text.name, trained, settings.lanes, stepsPerUpdate(settings)).updatesPerEpoch;
}

/** Throws a `Problem` where the new run's settings are for another network, or for another optimiser. */
function checkFit({ settings }: RunRecord, wanted: Settings): void {
  if (wanted.hiddenSize !== settings.hiddenSize) {
    throw problem(
      `The run has ${settings.hiddenSize} hidden units, not ${wanted.hiddenSize}. Leave the hidden size out.`,
    );
  }
  if (wanted.optimizer === settings.optimizer) return;
  throw problem(
    `The run's optimizer is ${settings.optimizer}, which cannot go on as ${wanted.optimizer}. Choose ${settings.optimizer}, or begin again with the optimizer.`,
  );
}

/** As the newest checkpoint has it; a run that itself went on from another brings that one's past with it. */
export async function originOf(folder: RunFolder, wanted: Settings): Promise<Origin> {
  const record = await readRecord(folder);
  checkFit(record, wanted);
  const { weights, moments, counters } = (await newestNetwork(folder)).checkpoint;
  const { updates, shareDone: before, plateaus } = record.origin ?? { updates: 0, shareDone: 0, plateaus: 0 };
  const share = shareDone(record.settings, updatesAnEpoch(record), counters);
  const origin: RunOrigin = {
    updates: updates + counters.update,
    shareDone: before + (1 - before) * share,
    plateaus: plateaus + plateausBefore(await readValidations(folder), counters.update),
  };
  return { weights, moments, origin };
}
