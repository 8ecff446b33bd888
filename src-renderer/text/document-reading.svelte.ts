// How the files of a text are read where they are no plain texts: as documents or as they are, and which members of archives.
import type { DocumentReport, TextReading } from '../../src-engine/protocol/documents';

export interface Extracting {
  name: string;
  /** 0 to 1. */
  share: number;
  /** Of so many documents this is the one with this number. */
  number: number;
  documents: number;
}

export class DocumentReading {
  /** Their bytes as they are. */
  isAsIs = $state(false);
  /** What is under way. */
  extracting = $state.raw<Extracting | null>(null);
  /** What was refused could be read as it is. */
  mayBeReadAsIs = $state(false);
  #leaveOut = $state.raw<readonly string[]>([]);
  /** Reads again, in the new way. */
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** As the engine wants it. */
  get reading(): TextReading {
    return { isAsIs: this.isAsIs, leaveOut: [...this.#leaveOut] };
  }

  readAsIs(isAsIs: boolean): void {
    this.isAsIs = isAsIs;
    this.#changed();
  }

  /** Takes members of archives in, or leaves them out. */
  takeIn(keys: readonly string[], isTaken: boolean): void {
    const others = this.#leaveOut.filter((key) => !keys.includes(key));
    this.#leaveOut = isTaken ? others : [...others, ...keys];
    this.#changed();
  }

  isTaken(key: string): boolean {
    return !this.#leaveOut.includes(key);
  }

  clear(): void {
    this.isAsIs = false;
    this.extracting = null;
    this.mayBeReadAsIs = false;
    this.#leaveOut = [];
  }
}

/** Whether what the engine says came out of documents. */
export function cameOutOf(reports: readonly DocumentReport[]): boolean {
  return reports.some(({ sentence }) => sentence === null);
}
