// Draws one block of text: runs of characters, marks as small boxes, shading by surprise; and finds its characters again.
import { toGlyphs, type Bytes, type Glyph } from './glyphs';

export interface Look {
  encoding: string;
  isEnd: boolean;
  isShaded: boolean;
}

/** A character where it is drawn. */
export interface Place {
  node: Node;
  /** Of its first unit within a text node; of the child within an element. */
  offset: number;
}

/** What distinguishes a run of characters from its neighbours. */
const classOf = ({ isGiven, surprise }: Glyph, isShaded: boolean): string =>
  isGiven ? 'given' : isShaded && surprise > 0 ? `surprise-${surprise}` : '';

function markElement({ mark, at }: Glyph, className: string): HTMLElement {
  const element = document.createElement('span');
  element.className = `byte-mark ${className}`;
  element.dataset.label = mark ?? '';
  element.dataset.at = String(at);
  return element;
}

export class BlockElement {
  readonly element = document.createElement('div');
  glyphs: Glyph[] = [];
  /** Text nodes with the index of their first glyph, in order. */
  #texts: { node: Text; first: number }[] = [];
  #marks = new Map<number, HTMLElement>();
  #drawn: { bytes: Uint8Array; look: string } | null = null;

  constructor() {
    this.element.className = 'block';
  }

  /** Redraws what has changed; true when it did. */
  draw(bytes: Bytes, look: Look): boolean {
    const asText = `${look.encoding} ${String(look.isEnd)} ${String(look.isShaded)}`;
    if (this.#drawn?.bytes === bytes.bytes && this.#drawn.look === asText) return false;
    this.#drawn = { bytes: bytes.bytes, look: asText };
    this.glyphs = toGlyphs(bytes, look.encoding, look.isEnd);
    this.#texts = [];
    this.#marks.clear();
    const parts: Node[] = [];
    let run = { text: '', className: '', first: 0 };
    const endRun = (next: number, className: string) => {
      if (run.text !== '') parts.push(this.#textRun(run));
      run = { text: '', className, first: next };
    };
    for (const [index, glyph] of this.glyphs.entries()) {
      const className = classOf(glyph, look.isShaded);
      if (className !== run.className || glyph.mark !== null) endRun(index, className);
      if (glyph.mark === null) run.text += glyph.text;
      else {
        const mark = markElement(glyph, className);
        this.#marks.set(index, mark);
        parts.push(mark);
        endRun(index + 1, className);
      }
    }
    endRun(this.glyphs.length, '');
    this.element.replaceChildren(...parts);
    return true;
  }

  /** Where the glyph at a byte is drawn. */
  range(at: number, bytes: number): Range | null {
    const first = this.glyphs.findIndex((glyph) => glyph.at + glyph.length > at);
    const last = this.glyphs.findLastIndex((glyph) => glyph.at < at + bytes);
    const begin = this.#placeOf(first, false);
    const end = this.#placeOf(last, true);
    if (!begin || !end || last < first) return null;
    const range = document.createRange();
    range.setStart(begin.node, begin.offset);
    range.setEnd(end.node, end.offset);
    return range;
  }

  /** The glyph that begins at, or reaches over, an offset of a text node of this block. */
  glyphAt({ node, offset }: Place): Glyph | null {
    const run = this.#texts.find((candidate) => candidate.node === node);
    if (!run) return null;
    let passed = 0;
    for (let index = run.first; index < this.glyphs.length; index++) {
      const glyph = this.glyphs[index];
      if (glyph?.mark !== null) return null;
      passed += glyph.text.length;
      if (passed > offset) return glyph;
    }
    return null;
  }

  #textRun({ text, className, first }: { text: string; className: string; first: number }): Node {
    const node = document.createTextNode(text);
    this.#texts.push({ node, first });
    if (className === '') return node;
    const span = document.createElement('span');
    span.className = className;
    span.append(node);
    return span;
  }

  #placeOf(index: number, isEnd: boolean): Place | null {
    const mark = this.#marks.get(index);
    if (mark?.parentNode) {
      const child = [...mark.parentNode.childNodes].indexOf(mark);
      return { node: mark.parentNode, offset: isEnd ? child + 1 : child };
    }
    const run = this.#texts.findLast(({ first }) => first <= index);
    const glyph = this.glyphs[index];
    if (!run || !glyph) return null;
    let offset = 0;
    for (let before = run.first; before < index; before++) offset += this.glyphs[before]?.text.length ?? 0;
    return { node: run.node, offset: isEnd ? offset + glyph.text.length : offset };
  }
}
