// The page's state as a whole: hears the engine, passes each event to the part that it concerns, and carries out commands.
import type { EngineCommand, EngineEvent, ModelSummary } from '../../src-engine/protocol/messages';
import type { ModelFormat, WindowApi } from '../../src-main/calls/window-api';
import { Comparison } from '../compare/comparison.svelte';
import { EngineLink } from '../engine/engine-link';
import type { ExportFormat } from '../../src-engine/protocol/writing';
import { isLookEvent, Look } from '../look/look.svelte';
import { isModelFile, ModelShelf } from '../models/model-shelf.svelte';
import { Notices } from '../notices/notices.svelte';
import { formatCount } from '../numbers/format';
import { OpenedRun, type OpenedRunEvent } from '../run/opened-run.svelte';
import { RunActions, type ActionEvent } from '../runs/run-actions.svelte';
import { RunList } from '../runs/run-list.svelte';
import { Presets } from '../settings/presets.svelte';
import type { DraftValue } from '../settings/setting-source';
import { SettingsDraft } from '../settings/settings-draft.svelte';
import { TextChoice, type TextEvent } from '../text/text-choice.svelte';
import { ChartView } from '../train/chart-view.svelte';
import { Tuning } from '../tune/tuning.svelte';
import { isWritingEvent, Writer } from '../write/writer.svelte';
import { lastRun } from './last-run';
import { saving } from './save-file';
import { sentenceFrom } from './sentence-from';

export class Workbench {
  readonly runs = new RunList();
  readonly actions: RunActions;
  readonly notices = new Notices();
  readonly draft = new SettingsDraft();
  readonly text: TextChoice;
  readonly models: ModelShelf;
  readonly link: EngineLink;
  readonly tuning: Tuning;
  readonly presets: Presets;
  readonly chartView = new ChartView();
  readonly comparison = new Comparison((command) => this.send(command));
  readonly #api: WindowApi;
  /** What is in the middle: a run, or null while a new one is prepared. */
  opened = $state.raw<OpenedRun | null>(null);
  writer = $state.raw<Writer>(new Writer('', () => false));
  look = $state.raw<Look>(new Look(() => false, { id: '', hasText: false, truncation: () => null }));
  newName = $state('');
  /** Which tab of the run is shown; it stays from run to run. */
  tab = $state('train');
  isStarting = $state(false);
  #openedModel = $state<string | null>(null);
  #engineWasLost = false;

  readonly run = $derived(this.runs.find(this.opened?.id ?? null));
  /** The model in the middle; then no run is. */
  readonly model = $derived.by(() => this.models.find(this.#openedModel));
  readonly canStart = $derived.by(() => this.text.summary !== null && this.draft.problem === null && !this.isStarting);

  constructor(api: WindowApi) {
    this.#api = api;
    this.link = new EngineLink({ attached: () => this.#attached(), received: (event) => this.#received(event) });
    this.text = new TextChoice(api, this.send);
    this.models = new ModelShelf(api, this.send);
    this.tuning = new Tuning(this.send);
    this.actions = new RunActions({
      api,
      send: this.send,
      notices: this.notices,
      open: (id) => this.open(id),
      gone: (id) => this.#gone(id),
    });
    this.presets = new Presets(api, (sentence) => this.notices.show(sentence));
    void this.presets.read();
    api.onEngineLost((sentence) => this.#engineLost(sentence));
    api.onNotice((sentence) => this.notices.show(sentence));
    api.onTextOffered((text) => void this.offer(() => this.text.take(text)));
    api.onOpenRun((run) => this.open(run));
  }

  send = (command: EngineCommand): boolean => this.link.send(command);

  // ── what the user does ────────────────────────────────────────────────────────────────────────────────────────────

  prepareNewRun(): void {
    this.#leaveRun();
    lastRun.write(null);
  }

  async offer(offering: () => Promise<boolean>): Promise<void> {
    try {
      if (!(await offering())) return;
      this.prepareNewRun();
      this.newName = this.text.name.replace(/\.[^.]{1,5}$/, '');
    } catch (error) {
      this.notices.show(sentenceFrom(error));
    }
  }

  /** Models among the files are opened, a run's folder is imported, the rest is one text. */
  async takeDrop(files: File[]): Promise<void> {
    const texts = files.filter((file) => !isModelFile(file));
    await this.models.takeDrop(files.filter(isModelFile));
    if (texts.length === 0) return;
    await this.offer(async () => {
      const offered = await this.#api.offerDrop(texts);
      if (offered.isRun) this.actions.import(offered);
      return offered.isRun !== true && this.text.take(offered);
    });
  }

  openModel(id: string): void {
    if (this.#openedModel === id) return;
    this.#leaveRun();
    lastRun.write(null);
    this.#openedModel = id;
    this.writer = new Writer(id, this.send);
    this.look = new Look(this.send, { id, hasText: false, truncation: () => null });
    if (this.tab !== 'look') this.tab = 'write';
    this.writer.refresh();
  }

  /** Prepares a run that continues from the model. */
  trainOn(model: ModelSummary): void {
    this.prepareNewRun();
    this.draft.model = model;
  }

  removeModel(id: string): void {
    this.models.remove(id);
    if (this.draft.model?.id === id) this.draft.model = null;
    this.prepareNewRun();
  }

  /** Writes a copy of the text in UTF-8, and reads that. */
  async convertText(): Promise<void> {
    const { offered, encoding, conversion } = this.text;
    if (!offered) return;
    const converting = conversion.convert(offered.token, encoding);
    await this.offer(async () => {
      const copy = await converting;
      return copy !== null && this.text.take(copy);
    });
  }

  locateText(id: string): Promise<void> {
    return this.actions.locateText(id);
  }

  /** Prepares a new run with a run's settings; its text is chosen again, unless one is chosen already. */
  duplicate(id: string): void {
    const run = this.runs.find(id);
    if (!run) return;
    this.prepareNewRun();
    this.draft.replace(run.settings);
    this.newName = this.newName || `${run.name} (copy)`;
  }

  showSearch = (): void => {
    this.prepareNewRun();
    this.tuning.panel = 'search';
  };

  open(id: string): void {
    if (this.opened?.id === id) return;
    this.#leaveRun();
    this.opened = new OpenedRun(id, this.send);
    this.writer = new Writer(id, this.send);
    const truncation = (): number | null => (this.run ? Number(this.run.settings.truncation) : null);
    this.look = new Look(this.send, { id, hasText: true, truncation });
    lastRun.write(id);
    this.send({ kind: 'open-run', run: id });
    this.writer.refresh();
  }

  /** At once, or when its turn comes. */
  start(isQueued = false): void {
    const { summary } = this.text;
    if (!summary || !this.canStart) return;
    const name = this.newName.trim() || this.text.name;
    this.isStarting = this.send({
      kind: 'start-run',
      token: summary.token,
      name,
      settings: { ...this.draft.settings() },
      model: this.draft.model?.id ?? null,
      encoding: this.text.encoding,
      isQueued,
    });
    if (!this.isStarting) this.notices.show('The engine is still starting. Wait a moment, then press Start again.');
  }

  control(kind: 'pause-run' | 'resume-run' | 'stop-run'): void {
    if (this.opened) this.send({ kind, run: this.opened.id });
  }

  /** What the one primary button does now. */
  startOrPause(): void {
    if (!this.run) this.start();
    else if (this.run.state === 'training') this.control('pause-run');
    else if (this.run.state !== 'finished') this.control('resume-run');
  }

  changeSetting = (name: string, value: DraftValue): void => {
    if (this.opened) this.send({ kind: 'change-setting', run: this.opened.id, name, value });
  };

  async copyText(): Promise<void> {
    try {
      const text = await this.writer.wholeText();
      if (text === null) this.notices.show('The text is too long to copy. Save it instead.');
      else await navigator.clipboard.writeText(text);
    } catch {
      this.notices.show('The text could not be copied. Select it and copy it with the keyboard instead.');
    }
  }

  async saveText(format: ExportFormat = 'text'): Promise<void> {
    const { active } = this.writer;
    const network = this.run ?? this.model;
    if (!network || !active) return;
    await saving(this.notices, this.#api.saveDraft(network.id, active.id, format, `${network.name}, generated`));
  }

  /** The opened run's network, or the opened model. */
  async exportModel(format: ModelFormat = 'safetensors'): Promise<void> {
    const network = this.run ?? this.model;
    if (network) await saving(this.notices, this.#api.exportModel(network.id, network.name, format));
  }

  // ── what the engine says ──────────────────────────────────────────────────────────────────────────────────────────

  #attached(): void {
    this.send({ kind: 'list-runs' });
    this.models.attached();
    this.tuning.attached();
    if (this.opened) {
      this.send({ kind: 'open-run', run: this.opened.id });
      this.writer.refresh();
    }
    this.text.askForSummary();
  }

  #engineLost(sentence: string): void {
    this.#engineWasLost = true;
    this.tuning.engineLost();
    this.isStarting = false;
    this.link.drop();
    this.look.lost();
    this.text.engineLost();
    this.actions.engineLost();
    this.notices.show(sentence);
    this.writer.engineLost();
  }

  #received(event: EngineEvent): void {
    this.comparison.received(event);
    if (isWritingEvent(event)) {
      if (event.kind === 'checkpoints') this.look.checkpointsTold(event);
      this.writer.received(event);
      return;
    }
    if (isLookEvent(event)) {
      this.look.received(event);
      return;
    }
    switch (event.kind) {
      case 'runs':
        this.runs.told(event);
        if (event.isLast) this.#runsTold();
        return;
      case 'run-changed':
        this.runs.put(event.run);
        return;
      case 'run-started':
        this.isStarting = false;
        this.draft.model = null;
        this.open(event.run);
        return;
      case 'models':
        this.models.models = event.models;
        return;
      case 'model-opened':
        this.openModel(event.model);
        return;
      case 'computer':
      case 'cost':
      case 'range-point':
      case 'range-ended':
      case 'search':
        this.tuning.received(event);
        return;
      case 'failed':
        this.#failed(event.command, event.sentence);
        return;
      default:
        this.#receivedOfOne(event);
    }
  }

  /** What concerns a text, a folder from elsewhere or the opened run. */
  #receivedOfOne(event: TextEvent | ActionEvent | OpenedRunEvent): void {
    switch (event.kind) {
      case 'text-summary':
        this.text.received(event);
        this.draft.fit(this.text.summary?.fitted ?? {});
        return;
      case 'text-counts':
      case 'text-preview':
      case 'text-failed':
      case 'text-converting':
      case 'text-converted':
        this.text.received(event);
        return;
      case 'importing':
      case 'import-ended':
      case 'text-lost':
      case 'text-located':
        this.actions.received(event);
        return;
      default:
        if (event.run === this.opened?.id) this.opened.received(event);
    }
  }

  #runsTold(): void {
    const last = lastRun.read();
    if (this.opened && !this.run) this.prepareNewRun();
    else if (!this.opened && this.#openedModel === null && !this.text.offered && last !== null && this.runs.find(last))
      this.open(last);
    if (!this.#engineWasLost) return;
    this.#engineWasLost = false;
    const goOn = this.run && this.run.state !== 'finished';
    this.notices.clear();
    this.notices.show(
      goOn
        ? `The engine stopped and was restarted. Press Resume to continue from update ${formatCount(this.run.update)}.`
        : 'The engine stopped and was restarted. No progress was lost.',
    );
  }

  #failed(command: string, sentence: string): void {
    if (command === 'start-run') this.isStarting = false;
    if (command === 'find-learning-rate') this.tuning.finder.failed(sentence);
    else this.notices.show(sentence);
  }

  #gone(id: string): void {
    if (this.opened?.id === id) this.prepareNewRun();
    this.runs.remove(id);
  }

  #leaveRun(): void {
    this.opened = null;
    this.#openedModel = null;
  }
}
