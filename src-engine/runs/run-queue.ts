// The order of the queued runs. Each record says that it is queued and since when, so that a restart forgets none.
import type { RunRecord } from '../run-files/run-folder';

interface Waiting {
  id: string;
  sinceMs: number;
}

export class RunQueue {
  private waiting: Waiting[] = [];

  get ids(): string[] {
    return this.waiting.map(({ id }) => id);
  }

  /** Counts from 1; null for a run that does not wait. */
  placeOf(id: string): number | null {
    const index = this.waiting.findIndex((each) => each.id === id);
    return index < 0 ? null : index + 1;
  }

  /** Since when a run would have to wait to be the next. */
  get beforeAllMs(): number {
    return Math.min(Date.now(), (this.waiting[0]?.sinceMs ?? Infinity) - 1);
  }

  /** Since when each would have to wait, so that a run has this place, counted from 1. */
  movedTo(id: string, place: number): [id: string, sinceMs: number][] {
    if (!this.ids.includes(id)) return [];
    const others = this.ids.filter((other) => other !== id);
    const ids = others.toSpliced(Math.max(0, place - 1), 0, id);
    const first = this.waiting[0]?.sinceMs ?? 0;
    return ids.map((each, index) => [each, first + index]);
  }

  /** As a record says it. */
  follow(id: string, { state, queuedMs }: Pick<RunRecord, 'state' | 'queuedMs'>): void {
    this.remove(id);
    if (state !== 'queued') return;
    this.waiting = [...this.waiting, { id, sinceMs: queuedMs ?? 0 }].sort((a, b) => a.sinceMs - b.sinceMs);
  }

  remove(id: string): void {
    this.waiting = this.waiting.filter((each) => each.id !== id);
  }

  /** Takes the one out whose turn it is. */
  next(): string | null {
    return this.waiting.shift()?.id ?? null;
  }
}
