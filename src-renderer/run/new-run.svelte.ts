// The run that is being prepared: its text, name and settings; and its start.
import type { EngineCommand, ModelSummary, RunSummary } from '../../src-engine/protocol/messages';
import type { Offered, WindowApi } from '../../src-main/calls/window-api';
import { sentenceFrom } from '../app/sentence-from';
import type { Notices } from '../notices/notices.svelte';
import { NewRunSettings } from '../settings/new-run-settings.svelte';
import { TextChoice, type TextEvent } from '../text/text-choice.svelte';

export interface NewRunParts {
  api: WindowApi;
  notices: Notices;
  send(command: EngineCommand): boolean;
  /** Puts it in the middle. */
  show(): void;
}

export class NewRun {
  readonly text: TextChoice;
  readonly settings = new NewRunSettings();
  name = $state('');
  isStarting = $state(false);
  readonly #parts: NewRunParts;

  readonly canStart = $derived.by(
    () => this.text.summary !== null && this.settings.problem === null && !this.isStarting,
  );

  constructor(parts: NewRunParts) {
    this.#parts = parts;
    this.text = new TextChoice(parts.api, parts.send);
  }

  /** As it is sent. */
  get chosenName(): string {
    return this.name.trim() || this.text.name;
  }

  /** `choosing` answers true when there is a text, false when the user cancelled. */
  async choose(choosing: () => Promise<boolean>): Promise<void> {
    try {
      if (!(await choosing())) return;
      this.#parts.show();
      this.name = this.text.name.replace(/\.[^.]{1,5}$/, '');
    } catch (error) {
      this.#parts.notices.show(sentenceFrom(error));
    }
  }

  take(text: Offered): Promise<void> {
    return this.choose(() => this.text.take(text));
  }

  /** Writes a copy of the text in UTF-8, and reads that. */
  async convertText(): Promise<void> {
    const { offered, encoding, conversion } = this.text;
    if (!offered) return;
    const converting = conversion.convert(offered.token, encoding);
    await this.choose(async () => {
      const copy = await converting;
      return copy !== null && this.text.take(copy);
    });
  }

  /** Goes on from the model. */
  trainOn(model: ModelSummary): void {
    this.#parts.show();
    this.settings.model = { ...model, optimizer: null };
  }

  /** Goes on from a run's weights and with its settings, on a text that is chosen now. */
  async continueRun(run: RunSummary): Promise<void> {
    this.text.clear();
    this.#parts.show();
    // How many lanes there can be, the text says.
    const { lanes: _lanes, ...settings } = run.settings;
    this.settings.replace(settings);
    const { hiddenSize, optimizer } = settings;
    this.settings.keepsOptimiser = false;
    this.settings.model = { id: run.id, name: run.name, hiddenSize: Number(hiddenSize), optimizer: optimizer ?? null };
    await this.choose(this.text.chooseByDialog);
  }

  /** With a run's settings; its text is chosen again, unless one is chosen already. */
  duplicate(run: RunSummary): void {
    this.#parts.show();
    this.settings.replace(run.settings);
    this.name = this.name || `${run.name} (copy)`;
  }

  /** At once, or when its turn comes. */
  start(isQueued = false): void {
    const { summary } = this.text;
    if (!summary || !this.canStart) return;
    this.isStarting = this.#parts.send({
      kind: 'start-run',
      token: summary.token,
      name: this.chosenName,
      settings: { ...this.settings.values() },
      model: this.settings.model?.id ?? null,
      keepsOptimiser: this.settings.keepsOptimiser,
      encoding: this.text.encoding,
      isQueued,
    });
    if (!this.isStarting)
      this.#parts.notices.show('The engine is still starting. Wait a moment, then press Start again.');
  }

  received(event: TextEvent): void {
    this.text.received(event);
    if (event.kind === 'text-summary') {
      const { summary } = this.text;
      this.settings.fit(summary?.fitted ?? {}, summary?.bytes ?? null);
    }
  }

  started(): void {
    this.isStarting = false;
    this.settings.model = null;
  }

  failed(): void {
    this.isStarting = false;
  }

  engineLost(): void {
    this.isStarting = false;
    this.text.engineLost();
  }
}
