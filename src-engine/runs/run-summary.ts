// A run in one row of the list: its record, and while it is open how far it has come since.
import { numberInSentence } from '../problem';
import type { RunSummary, SettingChange } from '../protocol/messages';
import type { RunRecord } from '../run-files/run-folder';
import { settingsAt } from '../run-files/setting-changes';
import { colourFor } from './run-colours';
import type { TrainingRun } from '../training/training-run';

/** A run that was training when its process ended. */
export interface Interruption {
  /** Of its newest checkpoint: it may be newer than the record. */
  update: number;
  /** The process has not ended: it says where it is. */
  holder: string | null;
}

export interface SummaryParts {
  id: string;
  record: RunRecord;
  /** Those of its journal. */
  changes: SettingChange[];
  /** Its live part, where it has one. */
  open: TrainingRun | null;
  /** Where it waits. */
  queuePlace: number | null;
  interrupted: Interruption | null;
}

export function summaryOf({ id, record, changes, open, queuePlace, interrupted }: SummaryParts): RunSummary {
  return {
    id,
    name: record.name,
    state: interrupted ? 'paused' : record.state,
    queuePlace,
    sentence: interrupted
      ? (interrupted.holder ??
        `This run was interrupted. It will resume from update ${numberInSentence(interrupted.update)}.`)
      : record.sentence,
    textName: record.text.name,
    textBytes: record.text.bytes,
    textEncoding: record.text.encoding,
    settings: { ...settingsAt(record.settings, changes, Infinity) },
    createdMs: record.createdMs,
    update: open?.update ?? interrupted?.update ?? record.update,
    totalUpdates: open?.totalUpdates ?? record.totalUpdates,
    elapsedMs: open?.elapsedMs ?? record.elapsedMs,
    lossNats: open?.lossNats ?? record.lossNats,
    bestValidationBitsPerByte: record.best?.bitsPerByte ?? null,
    sparkline: open?.sparkline ?? record.sparkline,
    ...(record.divergence ? { divergence: record.divergence } : {}),
    colour: record.colour ?? colourFor(id),
    isArchived: record.isArchived,
  };
}
