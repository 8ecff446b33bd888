// Holds the sentences that a person has to see, until they are dismissed.

export interface Notice {
  id: number;
  sentence: string;
}

const MOST_NOTICES = 3;

export class Notices {
  list = $state.raw<Notice[]>([]);
  #nextId = 0;

  show(sentence: string): void {
    const others = this.list.filter((notice) => notice.sentence !== sentence);
    this.list = [...others, { id: this.#nextId++, sentence }].slice(-MOST_NOTICES);
  }

  dismiss(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
  }

  clear(): void {
    this.list = [];
  }
}
