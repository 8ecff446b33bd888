// Holds which controls stand in the right column: those of what is in the middle; and for which it is folded away.
import type { Selection } from './selection.svelte';

const KEY = 'folded-columns';
export type ColumnKind = 'settings' | 'write' | 'look' | 'compare';

export const COLUMN_TITLES: Record<ColumnKind, string> = {
  settings: 'Settings',
  write: 'Writing',
  look: 'Look inside',
  compare: 'Runs to compare',
};

function stored(): string[] {
  try {
    const folded: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(folded) ? folded.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

export class RightColumn {
  #folded = $state.raw(stored());
  readonly #selection: Selection;

  readonly kind = $derived.by((): ColumnKind => {
    const { run, model, tab } = this.#selection;
    if (model) return tab === 'look' ? 'look' : 'write';
    return run && (tab === 'write' || tab === 'look' || tab === 'compare') ? tab : 'settings';
  });
  readonly isFolded = $derived(this.#folded.includes(this.kind));

  constructor(selection: Selection) {
    this.#selection = selection;
  }

  /** Is remembered for each kind of controls. */
  toggle = (): void => {
    const { kind } = this;
    this.#folded = this.isFolded ? this.#folded.filter((each) => each !== kind) : [...this.#folded, kind];
    localStorage.setItem(KEY, JSON.stringify(this.#folded));
  };
}
