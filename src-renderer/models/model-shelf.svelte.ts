// Holds the models that were opened from files, and asks the engine to open more.
import type { EngineCommand, ModelSummary } from '../../src-engine/protocol/messages';
import type { OfferedText, WindowApi } from '../../src-main/calls/window-api';

const IS_MODEL = /\.safetensors$/i;

/** A model is known by its ending. */
export const isModelFile = (file: { name: string }): boolean => IS_MODEL.test(file.name);

export class ModelShelf {
  /** The newest first. */
  models = $state.raw<ModelSummary[]>([]);
  /** Offered before there was an engine to hear of it. */
  #waiting: string[] = [];
  readonly #api: WindowApi;
  readonly #send: (command: EngineCommand) => boolean;

  constructor(api: WindowApi, send: (command: EngineCommand) => boolean) {
    this.#api = api;
    this.#send = send;
    api.onModelOffered((offered) => this.open(offered));
  }

  find(id: string | null): ModelSummary | null {
    return this.models.find((model) => model.id === id) ?? null;
  }

  /** The engine is there, for the first time or again. */
  attached(): void {
    this.#send({ kind: 'list-models' });
    for (const token of this.#waiting.splice(0)) this.#send({ kind: 'open-model', token });
  }

  open({ token }: OfferedText): void {
    if (!this.#send({ kind: 'open-model', token })) this.#waiting.push(token);
  }

  async chooseByDialog(): Promise<void> {
    const offered = await this.#api.chooseModel();
    if (offered) this.open(offered);
  }

  async takeDrop(files: File[]): Promise<void> {
    for (const file of files) this.open(await this.#api.offerDrop([file]));
  }

  remove(id: string): void {
    this.#send({ kind: 'remove-model', model: id });
  }
}
