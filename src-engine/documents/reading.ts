// What every reader of documents is given, and what it answers.
import type { PartUnit } from '../protocol/documents';
import type { LeftOut } from './left-out';
import type { Limits } from './limits';
import type { TextBuilder } from './text-builder';

export interface Reading {
  path: string;
  /** For people. */
  name: string;
  limits: Limits;
  builder: TextBuilder;
  leftOut: LeftOut;
  /** 0 to 1. */
  progress(share: number): void;
}

export interface Outcome {
  /** What it is, as part of a sentence: "an EPUB book". */
  what: string;
  /** Its chapters, pages, paragraphs … */
  unit: PartUnit;
  count: number;
}

/** The attribute of that name, whatever its prefix. */
export function attribute(attributes: Record<string, string>, name: string): string | undefined {
  for (const [key, value] of Object.entries(attributes)) {
    if (key === name || key.endsWith(`:${name}`)) return value;
  }
  return undefined;
}
