// What the engine and its inspector thread say to one another.
import type { Reading, WorkedExample } from '../protocol/inspection';
import type { KernelSet } from '../kernels/kernels';
import type { Weights } from '../model/weights';

export type InspectorWork =
  | { kind: 'read'; text: Uint8Array; flowSteps: number }
  /** The network writes the text itself. */
  | { kind: 'write-and-read'; seed: number; bytes: number; flowSteps: number }
  | { kind: 'work-through'; text: Uint8Array; position: number; truncation: number };

export interface InspectorOrder {
  order: number;
  weights: Weights;
  work: InspectorWork;
}

export type InspectorResult = { kind: 'read'; reading: Reading } | { kind: 'worked-through'; example: WorkedExample };

export interface InspectorAnswer {
  order: number;
  result: InspectorResult | null;
  /** Why there is none. */
  sentence: string | null;
}

export interface InspectorStart {
  kernels: KernelSet;
}
