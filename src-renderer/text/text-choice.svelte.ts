// Holds the text that the next run will read: offered by its token, then summarised by the engine while it is counted.
import { DEFAULT_ENCODING, type EncodingName } from '../../src-engine/protocol/encodings';
import type { EngineCommand, EngineEvent } from '../../src-engine/protocol/messages';
import type { TextCounts, TextSummary } from '../../src-engine/protocol/texts';
import type { Offered, SampleText, WindowApi } from '../../src-main/calls/window-api';
import { DocumentReading } from './document-reading.svelte';
import { TextConversion } from './text-conversion.svelte';

export type TextEvent = Extract<
  EngineEvent,
  {
    kind:
      | 'text-summary'
      | 'text-counts'
      | 'text-preview'
      | 'text-failed'
      | 'text-extracting'
      | 'text-converting'
      | 'text-converted';
  }
>;

export class TextChoice {
  offered = $state.raw<Offered | null>(null);
  summary = $state.raw<TextSummary | null>(null);
  samples = $state.raw<SampleText[]>([]);
  recent = $state.raw<Offered[]>([]);
  /** Why the chosen text cannot be used. */
  problem = $state<string | null>(null);
  /** The encoding that the user chose instead of the guessed one. */
  #chosenEncoding = $state<EncodingName | null>(null);
  readonly conversion: TextConversion;
  readonly documents = new DocumentReading(() => this.#readAgain());
  readonly #api: WindowApi;
  readonly #send: (command: EngineCommand) => boolean;

  constructor(api: WindowApi, send: (command: EngineCommand) => boolean) {
    this.#api = api;
    this.#send = send;
    this.conversion = new TextConversion(api, send);
  }

  get name(): string {
    return textName(this.offered?.names ?? []);
  }

  get encoding(): EncodingName {
    return this.#chosenEncoding ?? this.summary?.encoding ?? DEFAULT_ENCODING;
  }

  async findRecent(): Promise<void> {
    this.recent = await this.#api.recentTexts();
  }

  async forgetRecent(): Promise<void> {
    await this.#api.forgetRecentTexts();
    this.recent = [];
  }

  /** The system's clipboard; a text that is pasted is kept. */
  paste = (): Promise<boolean> => this.#take(this.#api.pasteText());
  /** These answer true when there is a text, false when the user cancelled. */
  chooseByDialog = (): Promise<boolean> => this.#take(this.#api.chooseText());
  takeSample = (id: string): Promise<boolean> => this.#take(this.#api.offerSampleText(id));
  /** For a text that is offered already: a recent one, a dropped one, one that the application was started with. */
  take = (offered: Offered): Promise<boolean> => this.#take(Promise.resolve(offered));

  received(event: TextEvent): void {
    switch (event.kind) {
      case 'text-summary':
        if (this.#isMine(event.summary)) this.#summarised(event.summary);
        return;
      case 'text-counts':
        if (this.#isMine(event)) this.#counted(event.counts);
        return;
      case 'text-preview':
        if (this.#isMine(event) && event.encoding === this.encoding) this.#previewed(event.firstLines);
        return;
      case 'text-failed':
        if (this.#isMine(event)) this.#failed(event.sentence, event.mayBeReadAsIs);
        return;
      case 'text-extracting':
        if (this.#isMine(event)) this.documents.extracting = event;
        return;
      case 'text-converting':
        this.conversion.progressed(event.target, event.share);
        return;
      case 'text-converted':
        this.conversion.ended(event);
        return;
      default:
        event satisfies never;
    }
  }

  /** Reads it in another encoding; its bytes stay as they are. */
  readAs(encoding: EncodingName): void {
    this.#chosenEncoding = encoding;
    if (this.offered) this.#send({ kind: 'preview-text', token: this.offered.token, encoding });
  }

  /** The engine answers with its last counts. */
  stopCounting(): void {
    if (this.offered) this.#send({ kind: 'stop-counting', token: this.offered.token });
  }

  /** The words of documents are no longer taken out. */
  stopExtracting(): void {
    if (this.offered && this.documents.extracting) this.#send({ kind: 'stop-extracting', token: this.offered.token });
    this.documents.extracting = null;
  }

  /** What it had counted by then stays. */
  engineLost(): void {
    this.conversion.lost();
    this.documents.extracting = null;
    this.#countingEnded();
  }

  clear(): void {
    this.stopCounting();
    this.stopExtracting();
    this.conversion.stop();
    this.documents.clear();
    this.offered = null;
    this.summary = null;
    this.problem = null;
    this.#chosenEncoding = null;
  }

  /** Asks again, for an engine that is new may not have heard it. */
  askForSummary(): void {
    const isDocument = this.documents.isAsIs || (this.summary?.documents.length ?? 0) > 0;
    if (this.offered && (!this.summary || isDocument)) this.#ask(this.offered.token);
  }

  #ask(token: string): void {
    this.#send({ kind: 'summarise-text', token, reading: this.documents.reading });
  }

  /** What was known of it stays in view until it is read in the new way. */
  #readAgain(): void {
    this.problem = null;
    this.documents.mayBeReadAsIs = false;
    this.#chosenEncoding = null;
    if (this.offered) this.#ask(this.offered.token);
  }

  #summarised(summary: TextSummary): void {
    this.documents.extracting = null;
    this.problem = null;
    this.summary = this.#withChosenEncoding(summary);
  }

  #isMine({ token }: { token: string }): boolean {
    return token === this.offered?.token;
  }

  #withChosenEncoding(summary: TextSummary): TextSummary {
    if (this.#chosenEncoding === null || !this.summary) return summary;
    return { ...summary, firstLines: this.summary.firstLines };
  }

  #counted(counts: TextCounts): void {
    if (this.summary) this.summary = { ...this.summary, counts };
  }

  #previewed(firstLines: string): void {
    if (this.summary) this.summary = { ...this.summary, firstLines };
  }

  /** A text that vanishes while it is counted was readable a moment ago; starting a run will say what is wrong with it. */
  #failed(sentence: string, mayBeReadAsIs: boolean): void {
    const wasReadAgain = this.documents.extracting !== null || mayBeReadAsIs;
    this.documents.extracting = null;
    this.documents.mayBeReadAsIs = mayBeReadAsIs && !this.documents.isAsIs;
    if (this.summary && !wasReadAgain) {
      this.#countingEnded();
      return;
    }
    this.summary = null;
    this.problem = sentence;
  }

  #countingEnded(): void {
    if (this.summary) this.#counted({ ...this.summary.counts, isCounting: false });
  }

  async #take(offering: Promise<Offered | null>): Promise<boolean> {
    const offered = await offering;
    if (!offered) return false;
    this.clear();
    this.offered = offered;
    this.askForSummary();
    void this.findRecent();
    return true;
  }
}

/** One name for what may be several files. */
export function textName(names: string[]): string {
  const [first = '', ...others] = names;
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}
