// What the thread that reads documents tells the engine.
import type { Extraction } from './extract';

export type DocumentWorkerEvent =
  | { kind: 'progress'; share: number }
  | { kind: 'done'; extraction: Extraction }
  | { kind: 'refused'; sentence: string };
