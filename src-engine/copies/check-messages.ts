// What the engine and the thread of a check for copies say to one another.
import type { CopyReport } from '../protocol/copies';
import type { CheckedDraft } from './find-copies';

export interface CheckOrder {
  draft: CheckedDraft;
  /** The text's files, and what stands between each two. */
  paths: string[];
  between: Uint8Array;
}

export type CheckAnswer =
  | { kind: 'progress'; share: number }
  | { kind: 'found'; report: CopyReport }
  | { kind: 'failed'; sentence: string };
