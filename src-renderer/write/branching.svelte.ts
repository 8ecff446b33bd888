// What else could stand at a character of a draft, and going another way there; and back again.
import type { EngineCommand, EngineEvent } from '../../src-engine/protocol/messages';
import type { Alternative } from '../../src-engine/protocol/writing';
import type { DraftView } from './draft-view.svelte';
import { ENGINE_IS_AWAY, type Drafts } from './drafts.svelte';

/** A character that the user asks about, and what else could stand there. */
export interface Question {
  draft: string;
  at: number;
  length: number;
  /** null while the engine looks. */
  alternatives: Alternative[] | null;
}

export interface BranchingParts {
  run: string;
  drafts: Drafts;
  send(command: EngineCommand): boolean;
}

export class Branching {
  question = $state.raw<Question | null>(null);
  readonly #parts: BranchingParts;

  constructor(parts: BranchingParts) {
    this.#parts = parts;
  }

  ask(view: DraftView, at: number, length: number): void {
    const { drafts, run, send } = this.#parts;
    drafts.activeId = view.id;
    this.question = { draft: view.id, at, length, alternatives: null };
    send({ kind: 'find-alternatives', run, draft: view.id, at });
  }

  /** The new draft takes the old one's place. */
  choose({ bytes }: Alternative): void {
    const { drafts, run, send } = this.#parts;
    const { question } = this;
    const old = drafts.find(question?.draft);
    if (!question || !old) return;
    const view = drafts.newView();
    view.encoding = old.encoding;
    const { draft: parent, at } = question;
    const sent = send({ kind: 'branch-draft', run, draft: view.id, parent, at, bytes });
    if (!sent) old.problem = ENGINE_IS_AWAY;
    else drafts.replace(old, view);
    view.isWriting = sent;
  }

  /** From a branch to the draft it left. */
  back(view: DraftView): void {
    const { drafts } = this.#parts;
    const parent = drafts.summary(view.id)?.parent;
    if (!parent || !drafts.summary(parent.draft)) return;
    drafts.stop(view);
    drafts.replace(view, drafts.openView(parent.draft));
  }

  received({ draft, at, alternatives }: Extract<EngineEvent, { kind: 'alternatives' }>): void {
    if (this.question?.draft === draft && this.question.at === at) this.question = { ...this.question, alternatives };
  }

  forget(): void {
    this.question = null;
  }
}
