// Says in a few words how a draft was made and how it begins.
import type { DraftSummary } from '../../src-engine/protocol/writing';
import { formatCount, formatQuantity } from '../numbers/format';
import { glyphName, toGlyphs } from './glyphs';

/** Which network wrote its newest part: "Whale, update 1,200". */
export function draftNetwork({ parts }: DraftSummary): string {
  const last = parts.at(-1);
  if (!last) return '';
  return last.update > 0 ? `${last.runName}, update ${formatCount(last.update)}` : last.runName;
}

/** How it was written: "seed 12 · temperature 0.8". */
export function draftSettings({ parts }: DraftSummary): string {
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return '';
  return `seed ${first.options.seed} · temperature ${formatQuantity(last.options.temperature)}`;
}

export const draftTitle = (draft: DraftSummary): string =>
  [draftSettings(draft), draftNetwork(draft)].filter((part) => part !== '').join(' · ');

/** The first words in one line, marks by their names. */
export const draftBeginning = ({ beginning, encoding }: DraftSummary): string =>
  draftExcerpt(beginning, encoding).trim();

/** A stretch of a text in one line, marks by their names. */
export function draftExcerpt(bytes: Uint8Array, encoding: string): string {
  const probabilities = new Float32Array(bytes.length).fill(1);
  const glyphs = toGlyphs({ from: 0, bytes, probabilities }, encoding, false);
  const text = glyphs.map((glyph) => (glyph.mark === null ? glyph.text : ` ${glyphName(glyph)} `)).join('');
  return text.replace(/\s+/g, ' ');
}
