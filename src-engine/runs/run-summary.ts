// A run in one row of the list: its record, and while it is open how far it has come since.
import { numberInSentence } from '../problem';
import type { RunSummary, SettingChange } from '../protocol/messages';
import type { RunRecord } from '../run-files/run-folder';
import { settingsAt } from '../run-files/setting-changes';
import type { TrainingRun } from '../training/training-run';

/** `changes` are those of its journal; `open` is its live part, where it has one; `queuePlace` where it waits. */
export function summaryOf(
  id: string,
  record: RunRecord,
  changes: SettingChange[],
  open: TrainingRun | null,
  queuePlace: number | null,
): RunSummary {
  const interrupted = record.state === 'training' && open === null;
  return {
    id,
    name: record.name,
    state: interrupted ? 'paused' : record.state,
    queuePlace,
    sentence: interrupted
      ? `This run was interrupted. It will resume from update ${numberInSentence(record.update)}.`
      : record.sentence,
    textName: record.text.name,
    textBytes: record.text.bytes,
    textEncoding: record.text.encoding,
    settings: { ...settingsAt(record.settings, changes, Infinity) },
    createdMs: record.createdMs,
    update: open?.update ?? record.update,
    totalUpdates: open?.totalUpdates ?? record.totalUpdates,
    elapsedMs: open?.elapsedMs ?? record.elapsedMs,
    lossNats: open?.lossNats ?? record.lossNats,
    bestValidationBitsPerByte: record.best?.bitsPerByte ?? null,
    sparkline: open?.sparkline ?? record.sparkline,
    ...(record.divergence ? { divergence: record.divergence } : {}),
  };
}
