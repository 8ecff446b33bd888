// Holds the range test that looks for a learning rate, as its points arrive.
import type { Settings } from '../../src-engine/hyperparameters';
import type { EngineCommand, EngineEvent, RangePoint } from '../../src-engine/protocol/messages';

type RangeEvent = Extract<EngineEvent, { kind: 'range-point' | 'range-ended' }>;

export class RangeFinder {
  isRunning = $state(false);
  points = $state.raw<RangePoint[]>([]);
  /** How much of the test is done at most, 0 to 1; it ends earlier where training diverges. */
  share = $state(0);
  /** What it suggests. */
  rate = $state<number | null>(null);
  /** Why it suggests nothing. */
  sentence = $state<string | null>(null);
  /** A test was stopped and has not ended yet: the engine takes no other until then. */
  #isEnding = false;
  #next: EngineCommand | null = null;
  readonly #send: (command: EngineCommand) => boolean;

  constructor(send: (command: EngineCommand) => boolean) {
    this.#send = send;
  }

  /** At once, or as soon as the test before has ended. */
  begin(settings: Settings, token: string): void {
    this.points = [];
    this.share = 0;
    this.rate = null;
    this.sentence = null;
    const command: EngineCommand = { kind: 'find-learning-rate', token, settings: { ...settings } };
    this.#next = this.#isEnding ? command : null;
    this.isRunning = this.#isEnding || this.#send(command);
  }

  stop(): void {
    if (!this.isRunning) return;
    this.isRunning = false;
    this.#next = null;
    this.#isEnding ||= this.#send({ kind: 'stop-finding-learning-rate' });
  }

  received(event: RangeEvent): void {
    if (this.#isEnding) {
      if (event.kind === 'range-ended') this.#ended();
      return;
    }
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
    this.#isEnding = false;
    this.#next = null;
    if (!this.isRunning) return;
    this.isRunning = false;
    this.sentence = sentence;
  }

  #ended(): void {
    this.#isEnding = false;
    if (!this.#next) return;
    this.isRunning = this.#send(this.#next);
    this.#next = null;
  }
}
