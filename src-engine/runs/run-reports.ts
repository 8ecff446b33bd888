// Passes on to the page what a training run reports, and keeps the samples that are written with it.
import type { Settings } from '../hyperparameters';
import type { Weights } from '../model/weights';
import { sentenceOf } from '../problem';
import type { EncodingName } from '../protocol/encodings';
import type { EngineEvent } from '../protocol/messages';
import { throttled } from '../throttle';
import type { TrainingObserver } from '../training/training-parts';
import type { TrainingRun } from '../training/training-run';
import type { ThreadOptions } from '../workers/orders';
import type { RunShelf } from './run-shelf';
import type { InTurn } from './take-turns';

/** How often a training run's row is reported again. */
const SUMMARY_EVERY_MS = 500;
/** A validation that takes longer is shown as it proceeds. */
const SLOW_VALIDATION_MS = 500;

export interface RunReportsParts {
  emit(event: EngineEvent): void;
  /** Writes a few lines with the weights of a moment. */
  writeSample(weights: Weights, encoding: EncodingName, run: string): Promise<string>;
  /** How many may work now. */
  threadOptionsFor?(current: Settings): ThreadOptions;
  shelf: RunShelf;
  openRun(id: string): TrainingRun | null;
  /** After whatever opens, pauses or ends runs. */
  inTurn: InTurn;
}

export class RunReports {
  private readonly tellNowAndThen: (id: string) => void;
  /** Several samples may be written at once; they are kept in the order of their updates. */
  private lastKept: Promise<void> = Promise.resolve();

  constructor(private readonly parts: RunReportsParts) {
    this.tellNowAndThen = throttled(SUMMARY_EVERY_MS, (id: string) => void parts.shelf.tell(id));
  }

  /** What a run of this id is to be trained with. */
  observerOf(id: string): TrainingObserver {
    const { emit, threadOptionsFor } = this.parts;
    return {
      ...(threadOptionsFor ? { threadOptionsFor } : {}),
      onMetrics: (point) => {
        emit({ kind: 'metrics', run: id, points: [point] });
        this.tellNowAndThen(id);
      },
      onCheckpoint: (update) => emit({ kind: 'checkpoint-saved', run: id, update }),
      onValidating: this.slowValidations(id),
      onValidation: (point) => emit({ kind: 'validation', run: id, point }),
      onSettingChanged: (change) => emit({ kind: 'setting-changed', run: id, change }),
      onTextChanged: (change) => emit({ kind: 'text-lost', run: id, ...change }),
      onSampleDue: (update, weights) => {
        this.lastKept = this.keepSample(id, update, this.writeSample(id, weights), this.lastKept);
      },
    };
  }

  private slowValidations(id: string): (share: number) => void {
    let begunMs = 0;
    let isTold = false;
    return (share) => {
      if (share === 0) begunMs = performance.now();
      if (share < 1 ? performance.now() - begunMs < SLOW_VALIDATION_MS : !isTold) return;
      isTold = share < 1;
      this.parts.emit({ kind: 'validating', run: id, share });
    };
  }

  private async writeSample(id: string, weights: Weights): Promise<string> {
    const { writeSample, shelf } = this.parts;
    return writeSample(weights, await shelf.encodingOf(id), id);
  }

  /** Never rejects. */
  private async keepSample(id: string, update: number, writing: Promise<string>, before: Promise<void>): Promise<void> {
    const { emit, shelf, openRun, inTurn } = this.parts;
    try {
      const [text] = await Promise.all([writing, before]);
      const sample = { update, text };
      const open = openRun(id);
      if (open?.storage.record.state === 'training') open.storage.samples.append(sample);
      // The last one comes when the run has ended.
      else await inTurn(() => shelf.keepSample(id, sample));
      emit({ kind: 'sample', run: id, sample });
    } catch (error) {
      emit({ kind: 'failed', command: 'sample', sentence: sentenceOf(error) });
    }
  }
}
