// Has a network write: begins, continues and stops drafts, and hands what the engine says to the part of Write it concerns.
import type { EngineCommand, EngineEvent } from '../../src-engine/protocol/messages';
import type { DraftSummary } from '../../src-engine/protocol/writing';
import { Branching } from './branching.svelte';
import { Copying } from './copying.svelte';
import type { DraftView } from './draft-view.svelte';
import { Drafts, ENGINE_IS_AWAY } from './drafts.svelte';
import { Finding } from './finding.svelte';
import { NextDrafts } from './next-drafts.svelte';

export type Shading = 'plain' | 'surprise' | 'copied';

const MOST_COPIED_BYTES = 20_000_000;

const WRITING_EVENTS = [
  'drafts',
  'writing-kept',
  'draft-changed',
  'draft-removed',
  'draft-opened',
  'draft-grew',
  'draft-read',
  'draft-failed',
  'alternatives',
  'found-text',
  'find-failed',
  'checking-copies',
  'copies-found',
  'copies-ended',
] as const;

export type WritingEvent = Extract<EngineEvent, { kind: (typeof WRITING_EVENTS)[number] }>;

export function isWritingEvent(event: EngineEvent): event is WritingEvent {
  return WRITING_EVENTS.some((kind) => kind === event.kind);
}

export class Writer {
  /** A run's, or a model's. */
  readonly run: string;
  readonly next: NextDrafts;
  readonly drafts: Drafts;
  readonly branching: Branching;
  readonly finding: Finding;
  readonly copying: Copying;
  /** What is marked in the drafts. */
  shading = $state<Shading>('plain');
  /** What keeps it from writing. */
  sentence = $state<string | null>(null);
  #isFirstList = true;
  #hasKept = false;
  readonly #send: (command: EngineCommand) => boolean;

  constructor(run: string, send: (command: EngineCommand) => boolean) {
    this.run = run;
    this.#send = send;
    this.next = new NextDrafts(run, send);
    const drafts = new Drafts({ run, send, onShown: () => this.#forgetQuestions() });
    this.drafts = drafts;
    this.branching = new Branching({ run, drafts, send });
    this.finding = new Finding({ run, drafts, send });
    this.copying = new Copying({ run, send });
  }

  get isShaded(): boolean {
    return this.shading === 'surprise';
  }

  /** As much of a stretch as the page holds. */
  bytesOf(view: DraftView, from: number, bytes: number): Uint8Array {
    return view.blocks.held(from, bytes);
  }

  /** Has the prompt read ahead, with the current weights: the click on Generate then finds the first character ready. */
  prepare(): void {
    const { network, options } = this.next;
    if (!this.drafts.isWriting) this.#send({ kind: 'prepare-writing', run: this.run, network, prompt: options.prompt });
  }

  begin(): void {
    if (this.drafts.isWriting) return;
    const { run, next } = this;
    if (next.problem !== null) {
      this.sentence = next.problem;
      return;
    }
    const views = next.begin().map(({ network, options }) => {
      const view = this.drafts.newView();
      view.isWriting = this.#send({ kind: 'write-draft', run, draft: view.id, network, options });
      return view;
    });
    this.drafts.showOnly(views);
    this.sentence = this.drafts.isWriting ? null : ENGINE_IS_AWAY;
  }

  /** Goes on from a draft's end, as the form says now. */
  goOn(view: DraftView): void {
    const { run, next } = this;
    const options = next.optionsNow();
    view.problem = null;
    view.isWriting = this.#send({ kind: 'continue-draft', run, draft: view.id, network: next.network, options });
    if (!view.isWriting) view.problem = ENGINE_IS_AWAY;
  }

  /** All that is being written. */
  stop(): void {
    for (const view of this.drafts.shown) this.drafts.stop(view);
  }

  /** The whole of the draft that is read, for the clipboard; null when it is too long for that. */
  async wholeText(): Promise<string | null> {
    const { active } = this.drafts;
    if (!active) return '';
    if (active.bytes > MOST_COPIED_BYTES) return null;
    const bytes = await active.blocks.readAll();
    return new TextDecoder(active.encoding, { ignoreBOM: true }).decode(bytes);
  }

  received(event: WritingEvent): void {
    if (event.run !== this.run) return;
    switch (event.kind) {
      case 'drafts':
        return this.#listed(event.drafts);
      case 'writing-kept':
        this.#hasKept = event.options !== null;
        this.next.keptTold(event.options);
        return;
      case 'draft-changed':
        return this.drafts.changed(event.draft);
      case 'draft-removed':
        return this.drafts.removed(event.draft);
      case 'alternatives':
        return this.branching.received(event);
      case 'found-text':
      case 'find-failed':
        return this.finding.received(event);
      case 'checking-copies':
      case 'copies-found':
      case 'copies-ended':
        return this.copying.received(event);
      case 'draft-failed':
        if (this.drafts.find(event.draft)) this.branching.forget();
        return this.drafts.received(event);
      default:
        return this.drafts.received(event);
    }
  }

  engineLost(): void {
    this.drafts.engineLost();
    this.copying.engineLost();
  }

  /** The newest of before is shown where nothing is yet. */
  #listed(drafts: DraftSummary[]): void {
    this.drafts.listed(drafts);
    const [newest] = drafts;
    if (this.#isFirstList && newest && this.drafts.shown.length === 0) {
      if (!this.#hasKept) this.next.beginLike(newest);
      this.drafts.show(newest.id);
    }
    this.#isFirstList = false;
    this.next.told();
  }

  #forgetQuestions(): void {
    this.branching.forget();
    this.finding.forget();
  }
}
