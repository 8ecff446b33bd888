// Ranks the units by how well they follow something in the text.
import type { TextFeature } from '../../src-engine/protocol/inspection';

export const FEATURE_NAMES: Record<TextFeature, string> = {
  quotes: 'Quotes',
  brackets: 'Brackets',
  line: 'Line position',
  capitals: 'Capitals',
  digits: 'Digits',
  spaces: 'Spaces',
};

export interface RankedUnit {
  unit: number;
  /** The correlation, -1 … 1. */
  score: number;
}

/** By falling size of the correlation, equals by number. */
export function rankUnits(scores: Float32Array): RankedUnit[] {
  const ranked = Array.from(scores, (score, unit) => ({ unit, score }));
  return ranked.sort((a, b) => Math.abs(b.score) - Math.abs(a.score) || a.unit - b.unit);
}

export function bestUnit(scores: Float32Array | null): number | null {
  return scores && scores.length > 0 ? (rankUnits(scores)[0]?.unit ?? null) : null;
}

/** "rises" where the unit is high there, "falls" where it is low. */
export const directionOf = (score: number): string => (score < 0 ? 'falls' : 'rises');
