// Finding a text in the draft that is read, and going from one place to the next.
import type { EngineCommand, EngineEvent } from '../../src-engine/protocol/messages';
import type { Drafts } from './drafts.svelte';

export interface Found {
  draft: string;
  at: number[];
  /** How many bytes each place takes. */
  lengths: number[];
  isAll: boolean;
  current: number;
}

export interface FindingParts {
  run: string;
  drafts: Drafts;
  send(command: EngineCommand): boolean;
}

export class Finding {
  isOpen = $state(false);
  found = $state.raw<Found | null>(null);
  /** What is looked for is a pattern. */
  isPattern = $state(false);
  /** What is wrong with the pattern. */
  problem = $state<string | null>(null);
  readonly #parts: FindingParts;

  constructor(parts: FindingParts) {
    this.#parts = parts;
  }

  find(text: string): void {
    const { drafts, run, send } = this.#parts;
    this.problem = null;
    if (!drafts.active || text === '') this.found = null;
    else send({ kind: 'find-text', run, draft: drafts.active.id, text, isPattern: this.isPattern });
  }

  /** To the next place found, or the one before. */
  step(by: number): void {
    const { found } = this;
    if (!found || found.at.length === 0) return;
    this.found = { ...found, current: (found.current + by + found.at.length) % found.at.length };
  }

  close(): void {
    this.isOpen = false;
    this.forget();
  }

  received(event: Extract<EngineEvent, { kind: 'found-text' | 'find-failed' }>): void {
    if (!this.#parts.drafts.find(event.draft)) return;
    if (event.kind === 'find-failed') {
      this.found = null;
      this.problem = event.sentence;
      return;
    }
    const { draft, at, lengths, isAll } = event;
    this.problem = null;
    this.found = { draft, at, lengths, isAll, current: 0 };
  }

  forget(): void {
    this.found = null;
  }
}
