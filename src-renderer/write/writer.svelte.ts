// What the Write tab holds: how to write, the drafts that are shown, those that were written before, and what is asked about them.
import type { EngineCommand, EngineEvent } from '../../src-engine/protocol/messages';
import {
  DEFAULT_SAMPLING,
  type Alternative,
  type CheckpointChoice,
  type DraftSummary,
  type NetworkChoice,
  type SamplingOptions,
} from '../../src-engine/protocol/writing';
import { draftVariations, type Variation } from './draft-variations';
import { DraftView } from './draft-view.svelte';

const SEEDS = 2 ** 32;
const ENGINE_IS_AWAY = 'The engine is still starting. Wait a moment, then generate again.';

const MOST_COPIED_BYTES = 20_000_000;

type Send = (command: EngineCommand) => boolean;

const WRITING_EVENTS = [
  'drafts',
  'draft-changed',
  'draft-removed',
  'draft-opened',
  'draft-grew',
  'draft-read',
  'draft-failed',
  'alternatives',
  'found-text',
  'checkpoints',
] as const;

export type WritingEvent = Extract<EngineEvent, { kind: (typeof WRITING_EVENTS)[number] }>;

export function isWritingEvent(event: EngineEvent): event is WritingEvent {
  return WRITING_EVENTS.some((kind) => kind === event.kind);
}

/** A character that the user asks about, and what else could stand there. */
export interface Question {
  draft: string;
  at: number;
  length: number;
  /** null while the engine looks. */
  alternatives: Alternative[] | null;
}

export interface Found {
  draft: string;
  /** How many bytes each place takes. */
  bytes: number;
  at: number[];
  isAll: boolean;
  current: number;
}

export class Writer {
  readonly run: string;
  options = $state<SamplingOptions>({ ...DEFAULT_SAMPLING, validUtf8: true, seed: randomSeed() });
  /** Otherwise every text is made with a new one. */
  keepSeed = $state(false);
  /** How many drafts are written side by side, and in what they differ. */
  count = $state(1);
  variation = $state<Variation>('seed');
  network = $state.raw<NetworkChoice>({ run: '', update: null });
  isShaded = $state(false);
  isFinding = $state(false);
  /** Newest first. */
  drafts = $state.raw<DraftSummary[]>([]);
  shown = $state.raw<DraftView[]>([]);
  activeId = $state<string | null>(null);
  checkpoints = $state.raw<{ run: string; choices: CheckpointChoice[] }>({ run: '', choices: [] });
  question = $state.raw<Question | null>(null);
  found = $state.raw<Found | null>(null);
  /** What keeps it from writing. */
  sentence = $state<string | null>(null);
  #isFirstList = true;
  #hasWritten = false;
  readonly #send: Send;

  readonly active = $derived(this.shown.find(({ id }) => id === this.activeId) ?? this.shown[0] ?? null);
  readonly isWriting = $derived(this.shown.some((view) => view.isWriting));

  constructor(run: string, send: Send) {
    this.run = run;
    this.#send = send;
    this.network = { run, update: null };
  }

  summary(id: string): DraftSummary | null {
    return this.drafts.find((draft) => draft.id === id) ?? null;
  }

  // ── what the user does ────────────────────────────────────────────────────────────────────────────────────────────

  /** Asks for what was written before; also after the engine has restarted. */
  refresh(): void {
    this.#send({ kind: 'list-drafts', run: this.run });
    for (const view of this.shown) this.#open(view);
  }

  chooseNetwork(choice: NetworkChoice): void {
    const isOther = choice.run !== this.network.run;
    this.network = choice;
    if (isOther) this.listCheckpoints();
  }

  /** A training run adds new ones and deletes old ones. */
  listCheckpoints(): void {
    this.#send({ kind: 'list-checkpoints', run: this.network.run });
  }

  rollSeed(): void {
    this.options.seed = randomSeed();
  }

  /** Has the prompt read ahead, with the current weights: the click on Generate then finds the first character ready. */
  prepare(): void {
    const { network, run } = this;
    const { prompt } = this.options;
    if (!this.isWriting) this.#send({ kind: 'prepare-writing', run, network, prompt });
  }

  begin(): void {
    if (this.isWriting) return;
    if (this.#hasWritten && !this.keepSeed) this.rollSeed();
    this.#hasWritten = true;
    const views = draftVariations($state.snapshot(this.options), this.count, this.variation).map((options) => {
      const view = this.#view(crypto.randomUUID());
      const draft = view.id;
      view.isWriting = this.#send({ kind: 'write-draft', run: this.run, draft, network: this.network, options });
      return view;
    });
    this.#show(views);
    this.sentence = this.isWriting ? null : ENGINE_IS_AWAY;
  }

  /** Goes on from a draft's end, as the form says now. */
  goOn(view: DraftView): void {
    const { network, run } = this;
    const options = $state.snapshot(this.options);
    view.problem = null;
    view.isWriting = this.#send({ kind: 'continue-draft', run, draft: view.id, network, options });
    if (!view.isWriting) view.problem = ENGINE_IS_AWAY;
  }

  /** All that is being written. */
  stop(): void {
    for (const view of this.shown) {
      if (view.isWriting) this.#send({ kind: 'stop-draft', run: this.run, draft: view.id });
    }
  }

  /** Shows a draft, in the place of others or beside them. */
  show(id: string, isBeside = false): void {
    if (this.shown.some((view) => view.id === id)) this.activeId = id;
    else {
      const view = this.#view(id);
      this.#open(view);
      this.#show(isBeside ? [...this.shown, view] : [view]);
      this.activeId = id;
    }
  }

  hide(view: DraftView): void {
    this.shown = this.shown.filter((other) => other !== view);
    if (this.activeId === view.id) this.activeId = this.shown[0]?.id ?? null;
    this.#forgetQuestions();
  }

  /** Takes over how a draft was made. */
  useOptions(draft: DraftSummary): void {
    const part = draft.parts.at(-1);
    if (part) this.options = { ...part.options, prompt: draft.parts[0]?.options.prompt ?? '' };
    this.keepSeed = true;
  }

  ask(view: DraftView, at: number, length: number): void {
    this.activeId = view.id;
    this.question = { draft: view.id, at, length, alternatives: null };
    this.#send({ kind: 'find-alternatives', run: this.run, draft: view.id, at });
  }

  /** Goes another way at the character asked about; the new draft takes the old one's place. */
  choose({ bytes }: Alternative): void {
    const { question } = this;
    const old = this.shown.find((view) => view.id === question?.draft);
    if (!question || !old) return;
    const view = this.#view(crypto.randomUUID());
    view.encoding = old.encoding;
    const { draft: parent, at } = question;
    const sent = this.#send({ kind: 'branch-draft', run: this.run, draft: view.id, parent, at, bytes });
    if (!sent) old.problem = ENGINE_IS_AWAY;
    else this.#replace(old, view);
    view.isWriting = sent;
  }

  /** From a branch to the draft it left. */
  back(view: DraftView): void {
    const parent = this.summary(view.id)?.parent;
    if (!parent || !this.summary(parent.draft)) return;
    if (view.isWriting) this.#send({ kind: 'stop-draft', run: this.run, draft: view.id });
    const old = this.#view(parent.draft);
    this.#open(old);
    this.#replace(view, old);
  }

  find(text: string): void {
    if (!this.active || text === '') this.found = null;
    else this.#send({ kind: 'find-text', run: this.run, draft: this.active.id, text });
  }

  /** To the next place found, or the one before. */
  step(by: number): void {
    const { found } = this;
    if (!found || found.at.length === 0) return;
    this.found = { ...found, current: (found.current + by + found.at.length) % found.at.length };
  }

  /** The whole of the draft that is read, for the clipboard; null when it is too long for that. */
  async wholeText(): Promise<string | null> {
    const { active } = this;
    if (!active) return '';
    if (active.bytes > MOST_COPIED_BYTES) return null;
    const bytes = await active.blocks.readAll();
    return new TextDecoder(active.encoding, { ignoreBOM: true }).decode(bytes);
  }

  mark(draft: DraftSummary): void {
    this.#send({ kind: 'mark-draft', run: this.run, draft: draft.id, favourite: !draft.favourite });
  }

  remove(draft: DraftSummary): void {
    this.#send({ kind: 'remove-draft', run: this.run, draft: draft.id });
  }

  // ── what the engine says ──────────────────────────────────────────────────────────────────────────────────────────

  received(event: WritingEvent): void {
    if (event.run !== this.run && event.kind !== 'checkpoints') return;
    switch (event.kind) {
      case 'drafts':
        return this.#listed(event.drafts);
      case 'checkpoints':
        if (event.run === this.network.run) this.checkpoints = { run: event.run, choices: event.checkpoints };
        return;
      case 'draft-changed':
        return this.#changed(event.draft);
      case 'draft-removed':
        this.drafts = this.drafts.filter(({ id }) => id !== event.draft);
        this.shown.filter(({ id }) => id === event.draft).forEach((view) => this.hide(view));
        return;
      default:
        return this.#shownChanged(event);
    }
  }

  engineLost(): void {
    for (const view of this.shown) {
      if (view.isWriting)
        view.problem = 'The engine stopped while generating. The text so far was kept; press Continue to add to it.';
      view.isWriting = false;
    }
  }

  #shownChanged(event: Extract<WritingEvent, { draft: string }>): void {
    const view = this.shown.find(({ id }) => id === event.draft);
    if (!view) return;
    switch (event.kind) {
      case 'draft-opened':
        return view.opened(event.bytes, event.blocks);
      case 'draft-grew':
        return view.grew(event, event.blocks);
      case 'draft-read':
        return view.arrived(event, event.request);
      case 'alternatives':
        if (this.question?.draft === event.draft && this.question.at === event.at)
          this.question = { ...this.question, alternatives: event.alternatives };
        return;
      case 'found-text':
        this.found = { draft: event.draft, bytes: event.bytes, at: event.at, isAll: event.isAll, current: 0 };
        return;
      case 'draft-failed':
        view.problem = event.sentence;
        view.isWriting = this.summary(view.id)?.isWriting ?? false;
        this.question = null;
        return;
      case 'draft-removed':
        return;
      default:
        event satisfies never;
    }
  }

  #listed(drafts: DraftSummary[]): void {
    this.drafts = drafts;
    for (const draft of drafts) this.#adopt(draft);
    const [newest] = drafts;
    if (this.#isFirstList && newest && this.shown.length === 0) {
      const [first] = newest.parts;
      if (first) this.options = { ...first.options, seed: this.options.seed };
      this.show(newest.id);
    }
    this.#isFirstList = false;
  }

  #changed(draft: DraftSummary): void {
    const isNew = !this.summary(draft.id);
    this.drafts = isNew ? [draft, ...this.drafts] : this.drafts.map((old) => (old.id === draft.id ? draft : old));
    this.#adopt(draft);
  }

  /** What a view shows of its draft's state. */
  #adopt(draft: DraftSummary): void {
    const view = this.shown.find(({ id }) => id === draft.id);
    if (!view) return;
    view.isWriting = draft.isWriting;
    view.encoding = draft.encoding;
    view.onchange();
  }

  #view(id: string): DraftView {
    const view = new DraftView(id, {
      read: (from, bytes, request) =>
        this.#send({ kind: 'read-draft', run: this.run, draft: id, from, bytes, request }),
    });
    const summary = this.summary(id);
    view.encoding = summary?.encoding ?? 'utf-8';
    view.isWriting = summary?.isWriting ?? false;
    return view;
  }

  #open(view: DraftView): void {
    this.#send({ kind: 'open-draft', run: this.run, draft: view.id });
  }

  #show(views: DraftView[]): void {
    this.shown = views;
    this.activeId = views[0]?.id ?? null;
    this.#forgetQuestions();
  }

  #replace(old: DraftView, view: DraftView): void {
    this.shown = this.shown.map((other) => (other === old ? view : other));
    this.activeId = view.id;
    this.#forgetQuestions();
  }

  #forgetQuestions(): void {
    this.question = null;
    this.found = null;
  }
}

function randomSeed(): number {
  return Math.floor(Math.random() * SEEDS);
}
