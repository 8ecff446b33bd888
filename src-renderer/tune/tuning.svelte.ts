// Holds what the engine tells beside the runs: the computer it has to work with.
import type { EngineCommand, EngineEvent } from '../../src-engine/protocol';

type Of<Kind extends EngineEvent['kind']> = Extract<EngineEvent, { kind: Kind }>;
export type TuningEvent = Of<'computer'>;

export class Tuning {
  computer = $state.raw<Of<'computer'> | null>(null);
  readonly #send: (command: EngineCommand) => boolean;

  constructor(send: (command: EngineCommand) => boolean) {
    this.#send = send;
  }

  /** A new engine is there, or the page is. */
  attached(): void {
    this.#send({ kind: 'tell-tuning' });
  }

  received(event: TuningEvent): void {
    this.computer = event;
  }
}
