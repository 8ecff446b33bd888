// Holds the messages the user has to see, until they are dismissed.

/** A way out that the sentence offers. */
export interface NoticeAction {
  label: string;
  perform: () => void;
}

export interface Notice {
  id: number;
  sentence: string;
  action: NoticeAction | null;
}

const MOST_NOTICES = 3;

export class Notices {
  list = $state.raw<Notice[]>([]);
  #nextId = 0;

  show(sentence: string, action: NoticeAction | null = null): void {
    const others = this.list.filter((notice) => notice.sentence !== sentence);
    this.list = [...others, { id: this.#nextId++, sentence, action }].slice(-MOST_NOTICES);
  }

  dismiss(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
  }

  clear(): void {
    this.list = [];
  }
}
