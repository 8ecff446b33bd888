// Shows one draft in a region that scrolls: draws the blocks in view and no others, follows the end while it grows,
// and finds the character under a point or at a place.
import { FrameSignal } from '../drawing/frame-signal';
import './drawn-text.css';
import { BlockElement } from './block-element';
import { BlockHeights } from './block-heights';
import type { DraftView } from './draft-view.svelte';
import type { Glyph } from './glyphs';

/** Closer to the end than this counts as being at the end. */
const END_TOLERANCE_PIXELS = 24;
/** Drawn above and below what is seen, so that scrolling meets no gap. */
const MARGIN_PIXELS = 800;
/** Text that grows faster than this cannot be read, and drawing takes time from the training. */
const REDRAW_MS = 40;
/** A text that has only begun is drawn at once. */
const SHORT_BYTES = 2000;
/** Heights are guessed before they are measured: this many rounds settle what is in view. */
const MOST_ROUNDS = 4;

export interface SurfaceParts {
  scroller: HTMLElement;
  /** Everything within it: two spacers with the blocks between. */
  content: HTMLElement;
  view: DraftView;
  isShaded(): boolean;
  /** It follows the end of the text, or no longer does. */
  onFollow?(follows: boolean): void;
  /** Something was drawn or moved. `isWhole`: all that is in view is there. */
  onDrawn(isWhole: boolean): void;
}

export class TextSurface {
  #follows = true;
  #isWhole = false;
  #revealing: number | null = null;
  readonly #parts: SurfaceParts;
  readonly #heights = new BlockHeights();
  readonly #elements = new Map<number, BlockElement>();
  readonly #above = document.createElement('div');
  readonly #below = document.createElement('div');
  readonly #frame = new FrameSignal(() => this.#draw(), REDRAW_MS);
  readonly #scrolled = new FrameSignal(() => this.#draw());
  readonly #resized: ResizeObserver;
  #width = 0;

  constructor(parts: SurfaceParts) {
    this.#parts = parts;
    const { scroller, content } = parts;
    this.#above.className = 'spacer';
    this.#below.className = 'spacer';
    content.replaceChildren(this.#above, this.#below);
    scroller.addEventListener('scroll', this.#onScroll, { passive: true });
    this.#resized = new ResizeObserver(() => {
      if (this.#width !== scroller.clientWidth) this.#heights.forget();
      this.#width = scroller.clientWidth;
      this.#scrolled.request();
    });
    this.#resized.observe(scroller);
    parts.view.onchange = () => (parts.view.bytes < SHORT_BYTES ? this.#scrolled : this.#frame).request();
    this.#scrolled.request();
  }

  close(): void {
    this.#parts.scroller.removeEventListener('scroll', this.#onScroll);
    this.#resized.disconnect();
    this.#parts.view.onchange = () => undefined;
  }

  /** After something other than the text has changed how it is to look. */
  refresh(): void {
    this.#scrolled.request();
  }

  /** To the end, and with it while the text grows. */
  toEnd(): void {
    this.#follow(true);
    this.#scrolled.request();
  }

  #follow(follows: boolean): void {
    if (this.#follows === follows) return;
    this.#follows = follows;
    this.#parts.onFollow?.(follows);
  }

  /** From its beginning, for a text that does not grow. */
  showFromStart(): void {
    this.#follow(false);
    this.#scrolled.request();
  }

  /** Scrolls so that a byte comes into view; its block may have to come from the engine first. */
  reveal(at: number): void {
    const { view, scroller } = this.#parts;
    this.#follow(false);
    this.#revealing = at;
    const block = view.blocks.blockOf(at);
    if (!this.#elements.has(block)) {
      scroller.scrollTop = this.#heights.top(block, this.#bytesOf) - scroller.clientHeight / 3;
    }
    this.#scrolled.request();
  }

  /** Where bytes are drawn; null when they are out of view. */
  range(at: number, bytes: number): Range | null {
    return this.#elements.get(this.#parts.view.blocks.blockOf(at))?.range(at, bytes) ?? null;
  }

  /** Where a stretch is drawn, as far as it is in view: a range in each block. */
  ranges(at: number, bytes: number): Range[] {
    const { blocks } = this.#parts.view;
    const found: Range[] = [];
    for (let block = blocks.blockOf(at); block < blocks.count && blocks.begin(block) < at + bytes; block++) {
      const from = Math.max(at, blocks.begin(block));
      const range = this.#elements.get(block)?.range(from, Math.min(at + bytes, blocks.end(block)) - from);
      if (range) found.push(range);
    }
    return found;
  }

  /** The glyph that begins at or holds a byte, where its block is drawn. */
  glyph(at: number): Glyph | null {
    const glyphs = this.#elements.get(this.#parts.view.blocks.blockOf(at))?.glyphs ?? [];
    return glyphs.find((glyph) => at >= glyph.at && at < glyph.at + glyph.length) ?? null;
  }

  /** The glyph at a point of the window. */
  glyphAtPoint(x: number, y: number): Glyph | null {
    const target = document.elementFromPoint(x, y);
    const mark = target instanceof HTMLElement ? target.dataset.at : undefined;
    if (mark !== undefined) return this.glyph(Number(mark));
    const caret = document.caretPositionFromPoint(x, y);
    if (!caret || !this.#parts.content.contains(caret.offsetNode)) return null;
    for (const offset of [caret.offset, caret.offset - 1]) {
      for (const element of this.#elements.values()) {
        const glyph = element.glyphAt({ node: caret.offsetNode, offset });
        const box = glyph && this.range(glyph.at, glyph.length)?.getBoundingClientRect();
        if (glyph && box && (box.left <= x || offset < caret.offset)) return glyph;
      }
    }
    return null;
  }

  readonly #bytesOf = (block: number): number =>
    this.#parts.view.blocks.end(block) - this.#parts.view.blocks.begin(block);

  readonly #onScroll = (): void => {
    const { scrollHeight, scrollTop, clientHeight } = this.#parts.scroller;
    this.#follow(scrollHeight - scrollTop - clientHeight < END_TOLERANCE_PIXELS);
    this.#scrolled.request();
  };

  #draw(): void {
    const { scroller } = this.#parts;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const hasMoved = this.#drawInView();
      if (this.#follows) scroller.scrollTop = scroller.scrollHeight;
      if (!hasMoved) break;
    }
    this.#showRevealed();
    this.#parts.onDrawn(this.#isWhole);
  }

  /** True when a height turned out otherwise than thought. */
  #drawInView(): boolean {
    const { scroller, content, view } = this.#parts;
    const from = this.#follows ? Infinity : scroller.scrollTop - MARGIN_PIXELS;
    const to = scroller.scrollTop + scroller.clientHeight + MARGIN_PIXELS;
    const all = this.#heights.inView(view.blocks.count, this.#bytesOf, from, to);
    const first = this.#follows ? this.#firstBefore(all.last, scroller.clientHeight + MARGIN_PIXELS) : all.first;
    const above = this.#follows ? this.#heights.top(first, this.#bytesOf) : all.above;
    for (const [block, { element }] of this.#elements) {
      if (block >= first && block <= all.last) continue;
      element.remove();
      this.#elements.delete(block);
    }
    this.#isWhole = true;
    let before: Element = this.#above;
    for (let block = first; block <= all.last; block++) {
      const drawn = this.#drawBlock(block);
      if (before.nextElementSibling !== drawn.element) content.insertBefore(drawn.element, before.nextElementSibling);
      before = drawn.element;
    }
    this.#above.style.height = `${above}px`;
    this.#below.style.height = `${all.below}px`;
    let hasMoved = false;
    for (const [block, { element }] of this.#elements) {
      const isMeasured = this.#heights.measure(block, element.getBoundingClientRect().height, this.#bytesOf(block));
      hasMoved ||= isMeasured;
    }
    return hasMoved;
  }

  #firstBefore(last: number, pixels: number): number {
    let first = last;
    for (let height = 0; first > 0 && height < pixels; first--)
      height += this.#heights.height(first, this.#bytesOf(first));
    return first;
  }

  #drawBlock(block: number): BlockElement {
    const { view, isShaded } = this.#parts;
    let drawn = this.#elements.get(block);
    if (!drawn) {
      drawn = new BlockElement();
      this.#elements.set(block, drawn);
    }
    const bytes = view.blocks.block(block);
    const isWhole = (bytes?.bytes.length ?? 0) === this.#bytesOf(block);
    this.#isWhole &&= isWhole;
    // Until its bytes are there it takes the room that it is thought to need.
    drawn.element.style.minHeight = bytes ? '' : `${this.#heights.height(block, this.#bytesOf(block))}px`;
    if (bytes)
      drawn.draw(bytes, { encoding: view.encoding, isEnd: isWhole && view.isEnd(block), isShaded: isShaded() });
    return drawn;
  }

  #showRevealed(): void {
    if (this.#revealing === null) return;
    const box = this.range(this.#revealing, 1)?.getBoundingClientRect();
    if (!box) return;
    this.#revealing = null;
    const { scroller } = this.#parts;
    const frame = scroller.getBoundingClientRect();
    if (box.top < frame.top || box.bottom > frame.bottom) scroller.scrollTop += box.top - frame.top - frame.height / 3;
  }
}
