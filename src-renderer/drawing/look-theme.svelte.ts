// The colours of pictures on a canvas, which knows no custom properties: read from the style sheet, again after each change of theme.
import { onThemeChange } from '../train/chart-theme';
import { DivergingScale } from './diverging-scale';

interface LookColours {
  scale: DivergingScale;
  ink: string;
  inkSoft: string;
  inkFaint: string;
  accent: string;
  line: string;
  surface: string;
  mono: string;
}

function readColours(): LookColours {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return {
    scale: new DivergingScale({
      low: read('--diverging-low'),
      middle: read('--diverging-middle'),
      high: read('--diverging-high'),
    }),
    ink: read('--ink'),
    inkSoft: read('--ink-soft'),
    inkFaint: read('--ink-faint'),
    accent: read('--accent'),
    line: read('--line'),
    surface: read('--surface'),
    mono: read('--font-mono'),
  };
}

export class LookTheme {
  colours = $state.raw(readColours());

  /** Answers with the function that ends it. */
  follow = (): (() => void) => onThemeChange(() => (this.colours = readColours()));
}
