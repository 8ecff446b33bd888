// What the engine and its sampler thread say to one another.
import type { Weights } from '../model/weights';
import type { SamplingOptions } from '../protocol';

export type SamplerCommand =
  { kind: 'generate'; request: string; weights: Weights; options: SamplingOptions } | { kind: 'stop'; request: string };

export type SamplerEvent =
  /** Whole characters only; what a character still misses comes with the next piece. */
  | { kind: 'generated'; request: string; text: string }
  | { kind: 'ended'; request: string; bytes: number; sentence: string | null };

export interface SamplerStart {
  module: WebAssembly.Module;
}
