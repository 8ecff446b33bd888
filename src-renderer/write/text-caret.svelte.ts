// The character that the keyboard stands on in a text, where it is drawn, and how it moves.
import type { DraftView } from './draft-view.svelte';
import type { Glyph } from './glyphs';
import type { TextSurface } from './text-surface';

export interface CaretBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

const LEAST_WIDTH_PIXELS = 6;

export class TextCaret {
  glyph = $state.raw<Glyph | null>(null);
  /** Within the scrolled content; null while it is out of view. */
  box = $state.raw<CaretBox | null>(null);
  readonly #view: DraftView;
  readonly #surface: TextSurface;
  readonly #content: HTMLElement;

  constructor(view: DraftView, surface: TextSurface, content: HTMLElement) {
    this.#view = view;
    this.#surface = surface;
    this.#content = content;
  }

  put(glyph: Glyph | null): void {
    this.glyph = glyph;
    this.place();
  }

  /** Finds again where it is drawn. */
  place(): void {
    const rect = this.#rect();
    if (!rect) {
      this.box = null;
      return;
    }
    const origin = this.#content.getBoundingClientRect();
    const width = Math.max(LEAST_WIDTH_PIXELS, rect.width);
    this.box = { left: rect.left - origin.left, top: rect.top - origin.top, width, height: rect.height };
  }

  /** By characters; from nowhere to the first in view. */
  step(by: 1 | -1): void {
    const { glyph } = this;
    if (!glyph) this.#putAt(0);
    else this.#putAt(by > 0 ? glyph.at + glyph.length : glyph.at - 1);
  }

  /** By lines as they are drawn. */
  line(by: 1 | -1): void {
    const rect = this.#rect();
    if (!rect) {
      this.step(by);
      return;
    }
    const y = by > 0 ? rect.bottom + rect.height / 2 : rect.top - rect.height / 2;
    const next = this.#surface.glyphAtPoint(rect.left + 1, y);
    // Past a short line's end there is no character: the line break is next.
    if (next && next.at !== this.glyph?.at) this.#reveal(next);
    else this.step(by);
  }

  /** To the text's first or last character. */
  end(isLast: boolean): void {
    this.#putAt(isLast ? this.#view.bytes - 1 : 0);
  }

  #putAt(at: number): void {
    if (at < 0 || at >= this.#view.bytes) return;
    const glyph = this.#surface.glyph(at);
    if (glyph) this.#reveal(glyph);
    else this.#surface.reveal(at);
  }

  #reveal(glyph: Glyph): void {
    this.put(glyph);
    this.#surface.reveal(glyph.at);
  }

  #rect(): DOMRect | null {
    const { glyph } = this;
    const range = glyph && this.#surface.range(glyph.at, glyph.length);
    const rects = range?.getClientRects();
    return rects?.[0] ?? null;
  }
}
