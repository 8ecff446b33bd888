// Holds what the engine tells to help with settings: the computer, a run's cost, the range test, the search.
import type { Settings } from '../../src-engine/hyperparameters';
import type { Cost, EngineCommand, EngineEvent } from '../../src-engine/protocol';

type Of<Kind extends EngineEvent['kind']> = Extract<EngineEvent, { kind: Kind }>;
export type TuningEvent = Of<'computer' | 'cost' | 'range-point' | 'range-ended' | 'search'>;

/** A slider sends a dozen values a second; only where it rests is worth a measurement. */
const ASK_AFTER_MS = 300;

export class Tuning {
  computer = $state.raw<Of<'computer'> | null>(null);
  /** Null before the engine has told any, and while the settings are not fit for one. */
  cost = $state.raw<Cost | null>(null);
  readonly #send: (command: EngineCommand) => boolean;
  #asking: ReturnType<typeof setTimeout> | undefined;
  #asked: EngineCommand | null = null;

  constructor(send: (command: EngineCommand) => boolean) {
    this.#send = send;
  }

  /** A new engine is there, or the page is. */
  attached(): void {
    this.#send({ kind: 'tell-tuning' });
    if (this.#asked) this.#send(this.#asked);
  }

  /** What a run with these settings would cost; `token` is its text. */
  askCost(settings: Settings, token: string | null): void {
    clearTimeout(this.#asking);
    this.#asking = setTimeout(() => {
      this.#asked = { kind: 'estimate-cost', token, settings: { ...settings } };
      this.#send(this.#asked);
    }, ASK_AFTER_MS);
  }

  received(event: TuningEvent): void {
    switch (event.kind) {
      case 'computer':
        this.computer = event;
        return;
      case 'cost':
        this.cost = event.cost;
        return;
      case 'range-point':
      case 'range-ended':
      case 'search':
        return;
      default:
        event satisfies never;
    }
  }
}
