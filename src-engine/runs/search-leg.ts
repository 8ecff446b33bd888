// What is asked of the run manager, and how one stretch of a run's training within a search ended.
import type { EncodingName } from '../protocol/encodings';
import type { Settings } from '../hyperparameters';
import type { Weights } from '../model/weights';
import type { TrainingRun } from '../training/training-run';

export interface WantedRun {
  name: string;
  paths: string[];
  settings: Settings;
  /** What the text's bytes mean; UTF-8 where it is not said. */
  encoding?: EncodingName;
  /** Begin from these instead of random ones. */
  weights?: Weights;
  /** A run whose weights these are as it begins, and whose optimiser and schedule go on. */
  goesOnFrom?: string;
}

/** How a run came to rest after a part of its training. */
export interface LegEnd {
  /** It has trained as long as it was to, and is validated. */
  isWhole: boolean;
  elapsedMs: number;
  bitsPerByte: number | null;
  /** What went wrong with it. */
  sentence: string | null;
}

export function legEndOf(run: TrainingRun, untilMs: number): LegEnd {
  const { record, validations } = run.storage;
  const last = validations.newest;
  const bitsPerByte = last?.update === run.update ? last.bitsPerByte : null;
  const isWhole =
    record.state !== 'failed' && !run.hasDiverged && (run.elapsedMs >= untilMs || record.state === 'finished');
  return { isWhole, elapsedMs: run.elapsedMs, bitsPerByte, sentence: record.sentence };
}
