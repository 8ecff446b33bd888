// Holds which runs of the list are picked, for what can be done with several at once: as in a file manager, by clicks or keys with Ctrl and Shift.
import { SvelteSet } from 'svelte/reactivity';
import type { RunSummary } from '../../src-engine/protocol/messages';

export class RunPicks {
  readonly #ids = new SvelteSet<string>();
  /** Where a range begins. */
  #anchor: string | null = null;

  get count(): number {
    return this.#ids.size;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Those of a list, in its order. */
  of(runs: readonly RunSummary[]): RunSummary[] {
    return runs.filter(({ id }) => this.#ids.has(id));
  }

  /** A plain click: nothing is picked, and a range would begin here. */
  begin(id: string): void {
    this.#ids.clear();
    this.#anchor = id;
  }

  /** With Ctrl. The run that is open counts as picked where none is yet. */
  toggle(id: string, openedId: string | null): void {
    if (this.#ids.size === 0 && openedId !== null && openedId !== id) this.#ids.add(openedId);
    if (!this.#ids.delete(id)) this.#ids.add(id);
    this.#anchor = id;
  }

  /** With Shift: all from where the range begins, in the list's order. */
  extendTo(id: string, runs: readonly RunSummary[], openedId: string | null): void {
    const indexOf = (wanted: string | null): number => runs.findIndex((run) => run.id === wanted);
    const to = indexOf(id);
    if (to < 0) return;
    const begun = indexOf(this.#anchor);
    const from = begun >= 0 ? begun : Math.max(0, indexOf(openedId));
    this.#anchor = runs[from]?.id ?? id;
    this.#ids.clear();
    for (const run of runs.slice(Math.min(from, to), Math.max(from, to) + 1)) this.#ids.add(run.id);
  }

  all(runs: readonly RunSummary[]): void {
    for (const { id } of runs) this.#ids.add(id);
  }

  clear(): void {
    this.#ids.clear();
  }

  /** Those that are gone, or are seen no longer. */
  keepOnly(runs: readonly RunSummary[]): void {
    if (this.#ids.size === 0) return;
    for (const id of this.#ids) if (!runs.some((run) => run.id === id)) this.#ids.delete(id);
  }
}
