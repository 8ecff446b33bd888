// Moves the focus from one column of the window to the next, back to where it was in that column.

/** The next place in a round of `count`; `current` is -1 where it is nowhere yet. */
export function nextInRound(current: number, count: number, step: 1 | -1): number {
  if (current < 0) return step === 1 ? 0 : count - 1;
  return (current + step + count) % count;
}

const FOCUSABLE = ['a[href]', 'button', 'input', 'select', 'textarea', 'summary', '[tabindex="0"]']
  .map((selector) => `${selector}:not(:disabled):not([tabindex="-1"])`)
  .join(',');

export class Columns {
  readonly #last = new WeakMap<Element, HTMLElement>();
  readonly #page: Document;

  constructor(page: Document) {
    this.#page = page;
  }

  /** For the page's focusin: where the focus is in each column. */
  noted = (event: FocusEvent): void => {
    const column = this.#all().find((each) => each.contains(event.target as Node));
    if (column && event.target instanceof HTMLElement) this.#last.set(column, event.target);
  };

  move(step: 1 | -1): void {
    const columns = this.#all();
    const current = columns.findIndex((column) => column.contains(this.#page.activeElement));
    const target = columns[nextInRound(current, columns.length, step)];
    if (target) this.#enter(target);
  }

  #enter(column: Element): void {
    const last = this.#last.get(column);
    if (last?.isConnected && column.contains(last)) last.focus();
    if (column.contains(this.#page.activeElement)) return;
    for (const candidate of column.querySelectorAll<HTMLElement>(FOCUSABLE)) {
      candidate.focus();
      if (this.#page.activeElement === candidate) return;
    }
  }

  #all(): Element[] {
    return [...this.#page.querySelectorAll('nav, main, aside')];
  }
}
