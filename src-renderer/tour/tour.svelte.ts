// Where the tour stands: it comes by itself once, in an empty window, and can be left at any moment.
import { TOUR_STEPS, type TourStep } from './tour-steps';

export class Tour {
  /** null while it is not shown. */
  #at = $state<number | null>(null);
  #hasCome = false;
  /** It was asked for, so it may take the focus. */
  wasAskedFor = $state(false);
  readonly #left: () => void;

  readonly step = $derived.by((): TourStep | null => (this.#at === null ? null : (TOUR_STEPS[this.#at] ?? null)));
  readonly number = $derived((this.#at ?? 0) + 1);
  readonly isFirst = $derived(this.#at === 0);
  readonly isLast = $derived(this.#at === TOUR_STEPS.length - 1);

  /** `left` has it remembered that it need not come by itself again. */
  constructor(left: () => void) {
    this.#left = left;
  }

  /** From the menu. */
  begin(): void {
    this.wasAskedFor = true;
    this.#at = 0;
  }

  /** Once in a window's life. */
  comeByItself(): void {
    if (this.#hasCome) return;
    this.#hasCome = true;
    this.#at = 0;
  }

  back = (): void => {
    if (this.#at !== null && this.#at > 0) this.#at -= 1;
  };

  /** From the last step it leaves. */
  next = (): void => {
    if (this.isLast) this.leave();
    else if (this.#at !== null) this.#at += 1;
  };

  /** Whoever has begun needs the place where it stands; one that was asked for stays. */
  standAside(): void {
    if (!this.wasAskedFor) this.leave();
  }

  leave = (): void => {
    if (this.#at === null) return;
    this.#at = null;
    this.#left();
  };
}
