// Holds the range test that looks for a learning rate, as its points arrive.
import type { Settings } from '../../src-engine/hyperparameters';
import type { EngineCommand, EngineEvent, RangePoint } from '../../src-engine/protocol/messages';

type RangeEvent = Extract<EngineEvent, { kind: 'range-point' | 'range-ended' }>;

export class RangeFinder {
  isRunning = $state(false);
  points = $state.raw<RangePoint[]>([]);
  /** How much of the test is done at most, 0 to 1; it ends earlier where the loss runs away. */
  share = $state(0);
  /** What it suggests. */
  rate = $state<number | null>(null);
  /** Why it suggests nothing. */
  sentence = $state<string | null>(null);
  readonly #send: (command: EngineCommand) => boolean;

  constructor(send: (command: EngineCommand) => boolean) {
    this.#send = send;
  }

  begin(settings: Settings, token: string): void {
    this.points = [];
    this.share = 0;
    this.rate = null;
    this.sentence = null;
    this.isRunning = this.#send({ kind: 'find-learning-rate', token, settings: { ...settings } });
  }

  stop(): void {
    if (this.isRunning) this.#send({ kind: 'stop-finding-learning-rate' });
  }

  received(event: RangeEvent): void {
    if (event.kind === 'range-point') {
      this.points = [...this.points, event.point];
      this.share = event.share;
      return;
    }
    this.isRunning = false;
    this.rate = event.learningRate;
    this.sentence = event.sentence;
  }

  /** The engine could not begin it, or has gone. */
  failed(sentence: string): void {
    if (!this.isRunning) return;
    this.isRunning = false;
    this.sentence = sentence;
  }
}
