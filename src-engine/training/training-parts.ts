// What a training run is put together from, and who hears of it.
import type { Lanes } from '../corpus/lanes';
import type { TextFiles } from '../corpus/text-files';
import type { KernelVariant, Settings } from '../hyperparameters';
import type { Counters } from '../model/checkpoint';
import type { Weights } from '../model/weights';
import type { MetricPoint, SettingChange, ValidationPoint } from '../protocol/messages';
import type { RunStorage } from '../run-files/run-storage';
import type { TextChange, TextWatch } from '../run-files/text-watch';
import type { LaneWorkerPool } from '../workers/lane-worker-pool';
import type { ThreadOptions } from '../workers/orders';

export interface TrainingObserver {
  onMetrics?(point: MetricPoint, totalUpdates: number): void;
  /** How much of the held-out text has been predicted, 0 to 1; also 1 where it is broken off. */
  onValidating?(share: number): void;
  onValidation?(point: ValidationPoint): void;
  onCheckpoint?(update: number): void;
  /** The text is no longer what it was; training goes on. */
  onTextChanged?(change: TextChange): void;
  onSettingChanged?(change: SettingChange): void;
  /** A sample is due; the weights are a copy, to be read at leisure. */
  onSampleDue?(update: number, weights: Weights): void;
  /** Who may work now, asked before each order. Where it is not said, the thread options stay as they were opened. */
  threadOptionsFor?(current: Settings): ThreadOptions;
}

export interface TrainingParts {
  settings: Settings;
  text: TextFiles;
  lanes: Lanes;
  pool: LaneWorkerPool;
  kernels: KernelVariant;
  counters: Counters;
  changes: SettingChange[];
  storage: RunStorage;
  textWatch: TextWatch;
  observer: TrainingObserver;
}
