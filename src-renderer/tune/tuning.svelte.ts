// Holds what the engine reports to help with settings: the computer, a run's cost, the range test, the search.
import type { Settings } from '../../src-engine/hyperparameters';
import type { Cost, EngineCommand, EngineEvent, Search } from '../../src-engine/protocol/messages';
import { RangeFinder } from './range-finder.svelte';

type Of<Kind extends EngineEvent['kind']> = Extract<EngineEvent, { kind: Kind }>;
export type TuningEvent = Of<'computer' | 'cost' | 'range-point' | 'range-ended' | 'search'>;

/** A slider sends a dozen values a second; only where it rests is worth a measurement. */
const ASK_AFTER_MS = 300;

export class Tuning {
  computer = $state.raw<Of<'computer'> | null>(null);
  /** Null until the engine has reported any, and while the settings allow none. */
  cost = $state.raw<Cost | null>(null);
  readonly finder: RangeFinder;
  /** The one under way, or the last one since the engine was started. */
  search = $state.raw<Search | null>(null);
  /** What is open in the middle. */
  panel = $state<'rate' | 'search' | null>(null);
  readonly #send: (command: EngineCommand) => boolean;
  #asking: ReturnType<typeof setTimeout> | undefined;
  #asked: EngineCommand | null = null;

  constructor(send: (command: EngineCommand) => boolean) {
    this.#send = send;
    this.finder = new RangeFinder(send);
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

  close(): void {
    this.panel = null;
  }

  beginSearch(search: Omit<Extract<EngineCommand, { kind: 'start-search' }>, 'kind'>): void {
    this.#send({ kind: 'start-search', ...search });
  }

  cancelSearch(): void {
    this.#send({ kind: 'cancel-search' });
  }

  /** What the engine was doing is gone with it; the runs of a search are ordinary runs and stay. */
  engineLost(): void {
    this.finder.failed('The engine stopped during the test. Run the test again.');
    if (this.search?.state !== 'searching') return;
    const sentence = 'The search ended because the engine stopped; its runs are in the list.';
    this.search = { ...this.search, state: 'ended', sentence };
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
        this.finder.received(event);
        return;
      case 'search':
        // A new engine knows of none; what the page saw of the last one stays.
        this.search = event.search ?? this.search;
        return;
      default:
        event satisfies never;
    }
  }
}
