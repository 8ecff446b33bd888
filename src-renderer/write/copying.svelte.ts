// Which stretches of the drafts in view stand in a text word for word: has them looked for, and goes from one to the next.
import { DEFAULT_COPY_BYTES, type CopiedStretch, type CopyReport } from '../../src-engine/protocol/copies';
import type { EngineCommand, EngineEvent } from '../../src-engine/protocol/messages';
import type { DraftView } from './draft-view.svelte';

export type CopyEvent = Extract<EngineEvent, { kind: 'checking-copies' | 'copies-found' | 'copies-ended' }>;

/** Of one draft. */
export interface CheckedDraft {
  /** What it was asked of: a draft that has grown is asked about again. */
  asked: string;
  /** How much of the text has gone by; null when nothing is under way. */
  share: number | null;
  report: CopyReport | null;
  /** Why there is no report. */
  sentence: string | null;
  current: number;
}

export interface CopyingParts {
  run: string;
  send(command: EngineCommand): boolean;
}

const UNASKED: CheckedDraft = { asked: '', share: null, report: null, sentence: null, current: 0 };

export class Copying {
  least = $state(DEFAULT_COPY_BYTES);
  /** What it is compared with instead of the text that the network learned from. */
  other = $state.raw<{ token: string; name: string } | null>(null);
  #checked = $state.raw<Record<string, CheckedDraft>>({});
  readonly #parts: CopyingParts;

  constructor(parts: CopyingParts) {
    this.#parts = parts;
  }

  of(draft: string): CheckedDraft {
    return this.#checked[draft] ?? UNASKED;
  }

  /** Asks about a draft as it is now, unless that is known or under way. */
  want(view: DraftView): void {
    const asked = `${view.bytes} ${this.least} ${this.other?.token ?? ''}`;
    if (view.isWriting || view.bytes === 0 || this.of(view.id).asked === asked) return;
    const { run, send } = this.#parts;
    const token = this.other?.token ?? null;
    const sent = send({ kind: 'check-copies', run, draft: view.id, least: this.least, token });
    this.#put(view.id, { ...UNASKED, asked, share: sent ? 0 : null });
  }

  stop(draft: string): void {
    const { run, send } = this.#parts;
    send({ kind: 'stop-checking-copies', run, draft });
  }

  /** Once more, after it was stopped or went wrong. */
  again(view: DraftView): void {
    this.#put(view.id, UNASKED);
    this.want(view);
  }

  /** To the stretch after the current one, or before it. */
  step(draft: string, by: number): void {
    const { report, current } = this.of(draft);
    const count = report?.copies.length ?? 0;
    if (count > 0) this.choose(draft, (current + by + count) % count);
  }

  choose(draft: string, current: number): void {
    this.#put(draft, { ...this.of(draft), current });
  }

  /** The copied stretch that holds a byte, the longest of several; -1 where none does. */
  stretchAt(draft: string, at: number): number {
    const copies = this.of(draft).report?.copies ?? [];
    let best = -1;
    for (const [index, { from, bytes }] of copies.entries()) {
      if (at >= from && at < from + bytes && bytes > (copies[best]?.bytes ?? 0)) best = index;
    }
    return best;
  }

  currentOf(draft: string): CopiedStretch | null {
    const { report, current } = this.of(draft);
    return report?.copies[current] ?? null;
  }

  received(event: CopyEvent): void {
    const known = this.of(event.draft);
    if (event.kind === 'checking-copies') {
      if (known.share !== null) this.#put(event.draft, { ...known, share: event.share });
    } else if (event.kind === 'copies-found') {
      this.#put(event.draft, { ...known, share: null, report: event.report, sentence: null });
    } else {
      const sentence = event.sentence ?? 'The comparison was stopped.';
      this.#put(event.draft, { ...known, share: null, report: null, sentence });
    }
  }

  engineLost(): void {
    this.#checked = {};
  }

  #put(draft: string, checked: CheckedDraft): void {
    this.#checked = { ...this.#checked, [draft]: checked };
  }
}
