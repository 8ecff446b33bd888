// The drafts of one network: all that were written, those that are shown, and the one that is read.
import type { EngineCommand, EngineEvent } from '../../src-engine/protocol/messages';
import type { DraftSummary } from '../../src-engine/protocol/writing';
import { DraftView } from './draft-view.svelte';

export const ENGINE_IS_AWAY = 'The engine is still starting. Wait a moment, then generate again.';

export type DraftTextEvent = Extract<
  EngineEvent,
  { kind: 'draft-opened' | 'draft-grew' | 'draft-read' | 'draft-failed' }
>;

export interface DraftsParts {
  run: string;
  send(command: EngineCommand): boolean;
  /** Others are shown. */
  onShown(): void;
}

export class Drafts {
  /** Newest first. */
  all = $state.raw<DraftSummary[]>([]);
  /** What was written before has been told. */
  areKnown = $state(false);
  shown = $state.raw<DraftView[]>([]);
  activeId = $state<string | null>(null);
  /** The drafts that were removed last. */
  lastRemoved = $state.raw<string[]>([]);
  readonly #parts: DraftsParts;

  readonly active = $derived(this.shown.find(({ id }) => id === this.activeId) ?? this.shown[0] ?? null);
  readonly isWriting = $derived(this.shown.some((view) => view.isWriting));

  constructor(parts: DraftsParts) {
    this.#parts = parts;
  }

  summary(id: string): DraftSummary | null {
    return this.all.find((draft) => draft.id === id) ?? null;
  }

  find(id: string | undefined): DraftView | null {
    return this.shown.find((view) => view.id === id) ?? null;
  }

  /** Asks for what was written before; also after the engine has restarted. */
  refresh(): void {
    const { run, send } = this.#parts;
    send({ kind: 'list-drafts', run });
    for (const view of this.shown) this.#open(view);
  }

  /** Of a draft that is to be written. */
  newView(): DraftView {
    return this.#view(crypto.randomUUID());
  }

  /** Of a draft that was written before. */
  openView(id: string): DraftView {
    const view = this.#view(id);
    this.#open(view);
    return view;
  }

  /** Shows a draft, in the place of others or beside them. */
  show(id: string, isBeside = false): void {
    if (!this.find(id)) {
      const view = this.openView(id);
      this.showOnly(isBeside ? [...this.shown, view] : [view]);
    }
    this.activeId = id;
  }

  showOnly(views: DraftView[]): void {
    this.shown = views;
    this.activeId = views[0]?.id ?? null;
    this.#parts.onShown();
  }

  replace(old: DraftView, view: DraftView): void {
    this.shown = this.shown.map((other) => (other === old ? view : other));
    this.activeId = view.id;
    this.#parts.onShown();
  }

  hide(view: DraftView): void {
    this.shown = this.shown.filter((other) => other !== view);
    if (this.activeId === view.id) this.activeId = this.shown[0]?.id ?? null;
    this.#parts.onShown();
  }

  stop(view: DraftView): void {
    const { run, send } = this.#parts;
    if (view.isWriting) send({ kind: 'stop-draft', run, draft: view.id });
  }

  mark(draft: DraftSummary): void {
    const { run, send } = this.#parts;
    send({ kind: 'mark-draft', run, draft: draft.id, favourite: !draft.favourite });
  }

  remove(draft: DraftSummary): void {
    this.removeAll([draft]);
  }

  /** They can be restored until others are removed. */
  removeAll(drafts: readonly DraftSummary[]): void {
    const { run, send } = this.#parts;
    this.lastRemoved = drafts.map(({ id }) => id);
    for (const draft of this.lastRemoved) send({ kind: 'remove-draft', run, draft });
  }

  restore(): void {
    const { run, send } = this.#parts;
    for (const draft of this.lastRemoved) send({ kind: 'restore-draft', run, draft });
    this.lastRemoved = [];
  }

  // ── what the engine says ──────────────────────────────────────────────────────────────────────────────────────────

  listed(drafts: DraftSummary[]): void {
    this.all = drafts;
    this.areKnown = true;
    for (const draft of drafts) this.#adopt(draft);
  }

  changed(draft: DraftSummary): void {
    const isNew = !this.summary(draft.id);
    this.all = isNew
      ? [draft, ...this.all].sort((a, b) => b.createdMs - a.createdMs)
      : this.all.map((old) => (old.id === draft.id ? draft : old));
    this.#adopt(draft);
  }

  removed(id: string): void {
    this.all = this.all.filter((draft) => draft.id !== id);
    this.shown.filter((view) => view.id === id).forEach((view) => this.hide(view));
  }

  received(event: DraftTextEvent): void {
    const view = this.find(event.draft);
    if (!view) return;
    switch (event.kind) {
      case 'draft-opened':
        return view.opened(event.bytes, event.blocks);
      case 'draft-grew':
        return view.grew(event, event.blocks);
      case 'draft-read':
        return view.arrived(event, event.request);
      case 'draft-failed':
        view.problem = event.sentence;
        view.isWriting = this.summary(view.id)?.isWriting ?? false;
        return;
      default:
        event satisfies never;
    }
  }

  engineLost(): void {
    for (const view of this.shown) {
      if (view.isWriting)
        view.problem = 'The engine stopped while generating. The text so far was kept; press Continue to add to it.';
      view.isWriting = false;
    }
  }

  /** What a view shows of its draft's state. */
  #adopt(draft: DraftSummary): void {
    const view = this.find(draft.id);
    if (!view) return;
    view.isWriting = draft.isWriting;
    view.encoding = draft.encoding;
    view.onchange();
  }

  #view(id: string): DraftView {
    const { run, send } = this.#parts;
    const view = new DraftView(id, {
      read: (from, bytes, request) => send({ kind: 'read-draft', run, draft: id, from, bytes, request }),
    });
    const summary = this.summary(id);
    view.encoding = summary?.encoding ?? 'utf-8';
    view.isWriting = summary?.isWriting ?? false;
    return view;
  }

  #open(view: DraftView): void {
    const { run, send } = this.#parts;
    send({ kind: 'open-draft', run, draft: view.id });
  }
}
