// The page's state as a whole: its parts, and what the user does that concerns several of them.
import type { EngineCommand, RunSummary } from '../../src-engine/protocol/messages';
import type { Offered, SampleText, WindowApi } from '../../src-main/calls/window-api';
import { Comparison } from '../compare/comparison.svelte';
import { EngineLink } from '../engine/engine-link';
import { OpenedModels } from '../models/opened-models.svelte';
import { Notices } from '../notices/notices.svelte';
import { NewRun } from '../run/new-run.svelte';
import { primaryOf } from '../run/primary-action';
import { TurnQuestion } from '../run/turn-question.svelte';
import { RunActions } from '../runs/run-actions.svelte';
import { RunList } from '../runs/run-list.svelte';
import { Presets } from '../settings/presets.svelte';
import type { LengthUnit } from '../run/longer-length';
import type { FieldValue } from '../settings/setting-source';
import { ChartView } from '../train/chart-view.svelte';
import { Tuning } from '../tune/tuning.svelte';
import { Exports } from './exports';
import type { KnownList } from './remembered-list';
import { Selection } from './selection.svelte';
import { sentenceFrom } from './sentence-from';

export class Workbench {
  readonly link: EngineLink;
  readonly notices = new Notices();
  readonly runs: RunList;
  readonly chartView = new ChartView();
  readonly send = (command: EngineCommand): boolean => this.link.send(command);
  readonly comparison = new Comparison(this.send);
  readonly tuning = new Tuning(this.send);
  readonly models: OpenedModels;
  readonly selection: Selection;
  readonly newRun: NewRun;
  readonly actions: RunActions;
  readonly presets: Presets;
  readonly exports: Exports;
  readonly turns: TurnQuestion;
  /** The length is being asked that the opened run is to have. */
  isAskingLength = $state(false);
  readonly #api: WindowApi;

  /** `remembered`: what the window shows until the engine is there; without it, it waits for the engine. */
  constructor(api: WindowApi, remembered: KnownList | null = null) {
    const { notices, send } = this;
    this.#api = api;
    this.link = new EngineLink(() => void api.beginEngine());
    const runs = new RunList(remembered?.runs);
    this.runs = runs;
    this.turns = new TurnQuestion(runs);
    this.models = new OpenedModels(api, send, remembered?.models);
    this.selection = new Selection({ runs, models: this.models, send });
    this.newRun = new NewRun({ api, notices, send, show: () => this.selection.clear() });
    const open = (id: string): void => this.selection.openRun(id);
    this.actions = new RunActions({ api, send, notices, open, gone: (id) => this.#gone(id) });
    this.presets = new Presets(api, (sentence) => notices.show(sentence));
    this.exports = new Exports({
      api,
      notices,
      selection: this.selection,
      nameOf: (id) => runs.find(id)?.name ?? null,
    });
    void this.presets.read();
    api.onNotice((sentence) => notices.show(sentence));
    api.onOffered((offered) => void this.#take(offered));
    api.onOpenRun(open);
    if (remembered) this.selection.runsTold(false);
    else void api.beginEngine();
  }

  async takeDrop(files: File[]): Promise<void> {
    try {
      for (const offered of await this.#api.offerDrop(files)) await this.#take(offered);
    } catch (error) {
      this.notices.show(sentenceFrom(error));
    }
  }

  pasteText(): void {
    void this.newRun.choose(this.newRun.text.paste);
  }

  /** Files, or a text, on the clipboard; true where something is done with them. */
  pasted({ clipboardData }: ClipboardEvent): boolean {
    const files = [...(clipboardData?.files ?? [])];
    if (files.length > 0) void this.takeDrop(files);
    else if (clipboardData?.types.includes('text/plain')) this.pasteText();
    else return false;
    return true;
  }

  /** Opens the network that came with a sample text, and writes at once or looks inside. */
  async useSampleNetwork({ id, prompt }: SampleText, tab: 'write' | 'look'): Promise<void> {
    const { models, notices, selection } = this;
    try {
      models.open(await this.#api.offerSampleNetwork(id), () => {
        selection.tab = tab;
        if (tab === 'look') return;
        selection.writer.next.options.prompt = prompt ?? '';
        selection.writer.begin();
      });
    } catch (error) {
      notices.show(sentenceFrom(error));
    }
  }

  /** A second press empties the text too, so that the samples can be chosen again. */
  prepareNewRun(): void {
    if (!this.selection.opened) this.newRun.text.clear();
    this.selection.clear();
  }

  duplicate(id: string): void {
    const run = this.runs.find(id);
    if (run) this.newRun.duplicate(run);
  }

  /** Several runs over one another. */
  compare(runs: readonly RunSummary[]): void {
    const ids = runs.map(({ id }) => id);
    this.comparison.choose(ids);
    if (!ids.includes(this.selection.opened?.id ?? '')) this.selection.openRun(ids[0] ?? '');
    this.selection.tab = 'compare';
  }

  async continueOnAnotherText(): Promise<void> {
    const { run } = this.selection;
    if (run) await this.newRun.continueRun(run);
  }

  removeModel(id: string): void {
    this.models.remove(id);
    if (this.newRun.settings.model?.id === id) this.newRun.settings.model = null;
    this.selection.clear();
  }

  showSearch = (): void => {
    this.selection.clear();
    this.tuning.panel = 'search';
  };

  control(kind: 'pause-run' | 'resume-run' | 'stop-run' | 'skip-validation'): void {
    const { opened } = this.selection;
    if (opened) this.send({ kind, run: opened.id });
  }

  /** What the one primary button does now. */
  startOrPause(): void {
    const { run } = this.selection;
    if (!run) {
      this.startNewRun();
      return;
    }
    switch (primaryOf(run)) {
      case 'pause':
        return this.control('pause-run');
      case 'longer':
        this.isAskingLength = true;
        return;
      case 'back':
        return this.goBack(run.divergence?.checkpoint ?? 0, run.divergence?.learningRate ?? null);
      case 'resume':
        return this.#inTurn(
          () => this.control('resume-run'),
          () => this.actions.queue([run]),
        );
    }
  }

  startNewRun(): void {
    const { newRun } = this;
    if (!newRun.canStart) return;
    this.turns.ask(null, {
      wanted: newRun.chosenName,
      now: () => newRun.start(),
      after: () => newRun.start(true),
    });
  }

  /** Cuts the opened run back to a checkpoint. */
  goBack(update: number, learningRate: number | null): void {
    this.#inTurn(() => this.selection.opened?.checkpoints.goBack(update, learningRate));
  }

  trainLonger(length: number, lengthUnit: LengthUnit): void {
    const { opened } = this.selection;
    if (!opened) return;
    const train = (isQueued: boolean) => (): void =>
      void this.send({ kind: 'train-longer', run: opened.id, length, lengthUnit, isQueued });
    this.#inTurn(train(false), train(true));
  }

  changeSetting = (name: string, value: FieldValue): void => {
    const { opened } = this.selection;
    if (opened) this.send({ kind: 'change-setting', run: opened.id, name, value });
  };

  /** Has the opened run train, once it is said what becomes of the one that does. */
  #inTurn(now: () => void, after?: () => void): void {
    const { run } = this.selection;
    if (run) this.turns.ask(run.id, { wanted: run.name, now, ...(after ? { after } : {}) });
  }

  /** Then a text that is dropped is one to be scored. */
  private get isScoring(): boolean {
    const { look, run, model, tab } = this.selection;
    return (run !== null || model !== null) && tab === 'look' && look.view === 'score';
  }

  async #take(offered: Offered): Promise<void> {
    if (offered.kind === 'model') this.models.open(offered);
    else if (offered.kind === 'run') this.actions.import(offered);
    else if (this.isScoring)
      this.selection.look.scoring.addText(offered.names.join(', '), { kind: 'file', token: offered.token });
    else await this.newRun.take(offered);
  }

  #gone(id: string): void {
    if (this.selection.opened?.id === id) this.selection.clear();
    this.runs.remove(id);
  }
}
