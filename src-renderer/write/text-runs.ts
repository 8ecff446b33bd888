// Cuts a text where a character has no picture of its own, for texts that are shown whole.
import { toGlyphs } from './glyphs';

export interface TextRun {
  text: string;
  /** What stands after it; null at the text's end. */
  mark: string | null;
}

const NO_PROBABILITIES = new Float32Array();

export function textRuns(text: string): TextRun[] {
  const runs: TextRun[] = [];
  let run = '';
  for (const glyph of toGlyphs(
    { from: 0, bytes: new TextEncoder().encode(text), probabilities: NO_PROBABILITIES },
    'utf-8',
    true,
  )) {
    run += glyph.text;
    if (glyph.mark === null) continue;
    runs.push({ text: run, mark: glyph.mark });
    run = '';
  }
  return [...runs, { text: run, mark: null }];
}
