// Holds the messages the user has to see, until they are dismissed, and what was done as asked, for a while.

/** A way out that the sentence offers. */
export interface NoticeAction {
  label: string;
  perform: () => void;
}

export interface Notice {
  id: number;
  sentence: string;
  /** The most likely first. */
  actions: NoticeAction[];
}

const MOST_NOTICES = 3;

export class Notices {
  list = $state.raw<Notice[]>([]);
  /** The last thing that was done as asked. */
  confirmed = $state.raw<Notice | null>(null);
  #nextId = 0;

  show(sentence: string, ...actions: NoticeAction[]): void {
    const others = this.list.filter((notice) => notice.sentence !== sentence);
    this.list = [...others, { id: this.#nextId++, sentence, actions }].slice(-MOST_NOTICES);
  }

  confirm(sentence: string, ...actions: NoticeAction[]): void {
    this.confirmed = { id: this.#nextId++, sentence, actions };
  }

  dismiss(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
    if (this.confirmed?.id === id) this.confirmed = null;
  }

  clear(): void {
    this.list = [];
  }
}
