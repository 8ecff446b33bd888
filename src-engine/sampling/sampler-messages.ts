// What the engine and its sampler thread say to one another.
import type { KernelVariant } from '../hyperparameters';
import type { KernelSet } from '../kernels/kernels';
import type { Weights } from '../model/weights';
import type { SamplingOptions } from '../protocol/writing';
import type { Alternative } from './alternatives';
import type { Memory, Opening } from './opening';

/** A network and the kernels that it is to be run with. */
export interface Network {
  weights: Weights;
  kernels: KernelVariant;
}

/** What to write, from where. */
export interface WritingOrder {
  network: Network;
  options: SamplingOptions;
  encoding: string;
  opening?: Opening;
  /** The request that has had the opening read ahead. */
  prepared?: string | undefined;
}

/** What is likely to be asked for next, to be read ahead. */
export interface PreparationOrder {
  network: Network;
  opening: Opening;
}

export interface AlternativesOrder {
  network: Network;
  opening: Opening;
  encoding: string;
  count: number;
}

/** A text to read, byte by byte. */
export interface ScoringOrder {
  network: Network;
  text: Uint8Array;
}

export type SamplerCommand =
  | { kind: 'score'; request: string; order: ScoringOrder }
  | { kind: 'write'; request: string; order: WritingOrder }
  | { kind: 'prepare'; request: string; order: PreparationOrder }
  | { kind: 'alternatives'; request: string; order: AlternativesOrder }
  | { kind: 'stop'; request: string };

/** The next bytes of a text. */
export interface Piece {
  bytes: Uint8Array;
  /** What the network itself gave each byte. */
  probabilities: Float32Array;
  /** What the writer had in mind before some of them, so that the text can be continued from there; `at` counts from the order's first byte. */
  memories: { at: number; memory: Memory }[];
}

export type SamplerEvent =
  | { kind: 'scoring'; request: string; share: number }
  | { kind: 'scored'; request: string; bits: Float32Array }
  | { kind: 'piece'; request: string; piece: Piece }
  /** `note`: why it is shorter than was asked for, where nothing went wrong. */
  | { kind: 'ended'; request: string; sentence: string | null; note: string | null }
  | { kind: 'alternatives'; request: string; alternatives: Alternative[] };

export interface SamplerStart {
  kernels: Record<KernelVariant, KernelSet>;
}
