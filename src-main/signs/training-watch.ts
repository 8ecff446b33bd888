// Follows from the main process what the engine trains: which run, how far it is, and how it ended.
import type { HostEvent } from '../../src-engine/protocol/host-messages';

export type TrainingNews = Extract<HostEvent, { kind: 'run-news' }>;

/** The run that trains now. */
export interface Training {
  run: string;
  name: string;
  /** 0 to 1. */
  share: number;
  /** When it began or went on. */
  sinceMs: number;
}

/** A training run that ended, or stopped by itself; not one that the user paused. */
export interface TrainingEnd {
  run: string;
  name: string;
  finished: boolean;
  /** Why it stopped by itself. */
  sentence: string | null;
  bestValidationBitsPerByte: number | null;
  trainedMs: number;
}

export interface TrainingListener {
  changed(training: Training | null): void;
  ended(end: TrainingEnd): void;
}

export class TrainingWatch {
  #training: Training | null = null;
  readonly #listener: TrainingListener;

  constructor(listener: TrainingListener) {
    this.#listener = listener;
  }

  get training(): Training | null {
    return this.#training;
  }

  hear(news: TrainingNews, nowMs: number): void {
    const { run, name, state, share } = news;
    const before = this.#training;
    if (state === 'training') {
      this.#training = { run, name, share, sinceMs: before?.run === run ? before.sinceMs : nowMs };
      this.#listener.changed(this.#training);
      return;
    }
    if (before?.run !== run) return;
    this.#training = null;
    this.#listener.changed(null);
    const finished = state === 'finished';
    if (!finished && news.sentence === null) return;
    this.#listener.ended({
      run,
      name,
      finished,
      sentence: news.sentence,
      bestValidationBitsPerByte: news.bestValidationBitsPerByte,
      trainedMs: nowMs - before.sinceMs,
    });
  }

  /** The engine is gone, and with it what it trained. */
  lost(): void {
    if (!this.#training) return;
    this.#training = null;
    this.#listener.changed(null);
  }
}
