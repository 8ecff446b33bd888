// Holds the text that the next run will read: offered by its token, then summarised by the engine.
import type { EngineCommand, TextSummary } from '../../src-engine/protocol';
import type { OfferedText, SampleText, WindowApi } from '../../src-main/window-api';

export class TextChoice {
  offered = $state.raw<OfferedText | null>(null);
  summary = $state.raw<TextSummary | null>(null);
  samples = $state.raw<SampleText[]>([]);
  /** Why the chosen text cannot be used. */
  problem = $state<string | null>(null);
  readonly #api: WindowApi;
  readonly #send: (command: EngineCommand) => boolean;

  constructor(api: WindowApi, send: (command: EngineCommand) => boolean) {
    this.#api = api;
    this.#send = send;
  }

  get name(): string {
    return textName(this.offered?.names ?? []);
  }

  async findSamples(): Promise<void> {
    this.samples = await this.#api.sampleTexts();
  }

  /** These three answer true when there is a text, false when the person cancelled. */
  chooseByDialog = (): Promise<boolean> => this.#take(this.#api.chooseText());
  takeDrop = (files: File[]): Promise<boolean> => this.#take(this.#api.offerDrop(files));
  takeSample = (id: string): Promise<boolean> => this.#take(this.#api.offerSampleText(id));

  /** For a text that the application was started with. */
  take = (offered: OfferedText): Promise<boolean> => this.#take(Promise.resolve(offered));

  summarised(summary: TextSummary): void {
    if (summary.token === this.offered?.token) this.summary = summary;
  }

  failed(sentence: string): void {
    if (!this.summary) this.problem = sentence;
  }

  clear(): void {
    this.offered = null;
    this.summary = null;
    this.problem = null;
  }

  /** Asks again, for an engine that is new may not have heard it. */
  askForSummary(): void {
    if (this.offered && !this.summary) this.#send({ kind: 'summarise-text', token: this.offered.token });
  }

  async #take(offering: Promise<OfferedText | null>): Promise<boolean> {
    const offered = await offering;
    if (!offered) return false;
    this.clear();
    this.offered = offered;
    this.askForSummary();
    return true;
  }
}

/** One name for what may be several files. */
function textName(names: string[]): string {
  const [first = '', ...others] = names;
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}
