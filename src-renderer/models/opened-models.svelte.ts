// Holds the models that were opened from files, and asks the engine to open more.
import type { EngineCommand, ModelSummary } from '../../src-engine/protocol/messages';
import type { Offered, WindowApi } from '../../src-main/calls/window-api';

export class OpenedModels {
  /** The newest first. */
  all = $state.raw<ModelSummary[]>([]);
  /** What is to be done with one of these once it is open. */
  #next: { token: string; then: () => void }[] = [];
  /** Offered before there was an engine to hear of it. */
  #waiting: string[] = [];
  readonly #api: WindowApi;
  readonly #send: (command: EngineCommand) => boolean;

  /** `remembered`: as they were the last time. */
  constructor(api: WindowApi, send: (command: EngineCommand) => boolean, remembered: ModelSummary[] = []) {
    this.all = remembered;
    this.#api = api;
    this.#send = send;
  }

  find(id: string | null): ModelSummary | null {
    return this.all.find((model) => model.id === id) ?? null;
  }

  /** The engine is there, for the first time or again. */
  attached(): void {
    this.#send({ kind: 'list-models' });
    for (const token of this.#waiting.splice(0)) this.#send({ kind: 'open-model', token });
  }

  /** `then` is called when it is in the middle of the window. */
  open({ token }: Offered, then?: () => void): void {
    if (then) this.#next.push({ token, then });
    if (!this.#send({ kind: 'open-model', token })) this.#waiting.push(token);
  }

  opened(token: string): void {
    const next = this.#next.find((each) => each.token === token);
    this.#next = this.#next.filter((each) => each !== next);
    next?.then();
  }

  async chooseByDialog(): Promise<void> {
    const offered = await this.#api.chooseModel();
    if (offered) this.open(offered);
  }

  remove(id: string): void {
    this.#send({ kind: 'remove-model', model: id });
  }
}
