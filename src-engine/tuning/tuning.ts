// What helps the user choose settings: what a run would cost, a learning rate found by a test, settings found by a search.
import type { Settings } from '../hyperparameters';
import { problem, sentenceOf } from '../problem';
import type { EngineEvent } from '../protocol/messages';
import type { Computer } from '../training/computer';
import { CostEstimator } from './cost';
import type { EngineFiles } from '../runs/open-run';
import { RANGE_POINTS, suggestRate } from './range-suggestion';
import { runRangeTest } from './range-test';
import type { RunManager } from '../runs/run-manager';
import { SettingsSearch } from './search';

export interface TuningParts {
  files: EngineFiles;
  runs: RunManager;
  computer: Computer;
  emit(event: EngineEvent): void;
}

export class Tuning {
  readonly costs: CostEstimator;
  readonly search: SettingsSearch;
  private isFinding = false;
  private isToldToStop = false;

  constructor(private readonly parts: TuningParts) {
    const { files, runs, computer, emit } = parts;
    this.search = new SettingsSearch(runs, emit);
    this.costs = new CostEstimator({
      files,
      emit,
      threadOptionsFor: (settings) => computer.threadOptionsFor(settings),
      isTraining: () => this.isBusy,
    });
  }

  tell(): void {
    this.parts.computer.tell();
    this.search.tell();
  }

  /** What trains goes first: neither a measurement nor a test may take its time. */
  private get isBusy(): boolean {
    return this.parts.runs.isTraining || this.search.isSearching || this.isFinding;
  }

  async findLearningRate(settings: Settings, paths: string[]): Promise<void> {
    const { runs, emit } = this.parts;
    if (this.isFinding) throw problem('A learning rate test is already running. Wait for it, or cancel it.');
    if (runs.isTraining || this.search.isSearching) {
      throw problem('A run is training. Pause it before you start the test.');
    }
    this.isFinding = true;
    this.isToldToStop = false;
    try {
      emit(await this.rangeTest(settings, paths));
    } catch (error) {
      emit({ kind: 'range-ended', learningRate: null, sentence: sentenceOf(error) });
    } finally {
      this.isFinding = false;
    }
  }

  stopFinding(): void {
    this.isToldToStop = true;
  }

  private async rangeTest(settings: Settings, paths: string[]): Promise<Extract<EngineEvent, { kind: 'range-ended' }>> {
    const { files, runs, computer, emit } = this.parts;
    let told = 0;
    const points = await runRangeTest({
      files,
      paths,
      settings,
      threadOptions: computer.threadOptionsFor(settings),
      stop: () => this.isToldToStop || runs.isTraining,
      onPoint: (point) => emit({ kind: 'range-point', point, share: (told += 1) / RANGE_POINTS }),
    });
    if (this.isToldToStop) return { kind: 'range-ended', learningRate: null, sentence: 'The test was cancelled.' };
    if (runs.isTraining) {
      return { kind: 'range-ended', learningRate: null, sentence: 'The test ended because a run started training.' };
    }
    const learningRate = suggestRate(points);
    const sentence =
      learningRate === null ? 'The loss did not fall at any rate. Choose another optimiser or a longer text.' : null;
    return { kind: 'range-ended', learningRate, sentence };
  }
}
