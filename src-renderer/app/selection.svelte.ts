// What is in the middle of the window: a run, a model, or neither while a new run is prepared; its texts and its inside.
import type { EngineCommand } from '../../src-engine/protocol/messages';
import { Look } from '../look/look.svelte';
import type { OpenedModels } from '../models/opened-models.svelte';
import { OpenedRun } from '../run/opened-run.svelte';
import type { RunList } from '../runs/run-list.svelte';
import { Writer } from '../write/writer.svelte';
import { lastRun } from './last-run';

export interface SelectionParts {
  runs: RunList;
  models: OpenedModels;
  send(command: EngineCommand): boolean;
}

export class Selection {
  opened = $state.raw<OpenedRun | null>(null);
  writer = $state.raw<Writer>(new Writer('', () => false));
  look = $state.raw<Look>(new Look(() => false, { id: '', hasText: false, truncation: () => null }));
  /** Which tab is shown; it stays from run to run. */
  tab = $state('train');
  #openedModel = $state<string | null>(null);
  readonly #parts: SelectionParts;

  readonly run = $derived.by(() => this.#parts.runs.find(this.opened?.id ?? null));
  /** Then no run is. */
  readonly model = $derived.by(() => this.#parts.models.find(this.#openedModel));

  constructor(parts: SelectionParts) {
    this.#parts = parts;
  }

  clear(): void {
    this.opened = null;
    this.#openedModel = null;
    lastRun.write(null);
  }

  openRun(id: string): void {
    if (this.opened?.id === id) return;
    const { send } = this.#parts;
    this.clear();
    this.opened = new OpenedRun(id, send);
    this.writer = new Writer(id, send);
    const truncation = (): number | null => (this.run ? Number(this.run.settings.truncation) : null);
    this.look = new Look(send, { id, hasText: true, truncation });
    lastRun.write(id);
    send({ kind: 'open-run', run: id });
    this.writer.drafts.refresh();
  }

  openModel(id: string): void {
    if (this.#openedModel === id) return;
    const { send } = this.#parts;
    this.clear();
    this.#openedModel = id;
    this.writer = new Writer(id, send);
    this.look = new Look(send, { id, hasText: false, truncation: () => null });
    if (this.tab !== 'look') this.tab = 'write';
    this.writer.drafts.refresh();
  }

  /** For an engine that is new. */
  askAgain(): void {
    if (!this.opened) return;
    this.#parts.send({ kind: 'open-run', run: this.opened.id });
    this.writer.drafts.refresh();
  }

  /** The opened run is known, or is none: one that is gone is left, and the last one is opened where nothing else is. */
  runsTold(isNewRunBegun: boolean): void {
    const last = lastRun.read();
    if (this.opened && !this.run) this.clear();
    else if (
      !this.opened &&
      this.#openedModel === null &&
      !isNewRunBegun &&
      last !== null &&
      this.#parts.runs.find(last)
    )
      this.openRun(last);
  }
}
