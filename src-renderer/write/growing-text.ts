// Appends text to the page block by block; follows its end unless the person has scrolled up.
import { FrameSignal } from '../drawing/frame-signal';
import { cutIntoBlocks } from './text-blocks';
import type { TextReader } from './writer.svelte';

/** Closer to the end than this counts as being at the end. */
const END_TOLERANCE_PIXELS = 24;

export class GrowingText implements TextReader {
  #last: Text | null = null;
  #arrived: string[] = [];
  #follows = true;
  readonly #blocks: HTMLElement;
  readonly #scroller: HTMLElement;
  /** A fast network writes many pieces a frame; laying each one out would cost more than writing it. */
  readonly #frame = new FrameSignal(() => this.#show());

  constructor(blocks: HTMLElement, scroller: HTMLElement) {
    this.#blocks = blocks;
    this.#scroller = scroller;
    scroller.addEventListener('scroll', () => {
      const { scrollHeight, scrollTop, clientHeight } = scroller;
      this.#follows = scrollHeight - scrollTop - clientHeight < END_TOLERANCE_PIXELS;
    });
  }

  restart(prompt: string): void {
    this.#blocks.replaceChildren();
    this.#last = null;
    this.#arrived = [];
    this.#follows = true;
    if (prompt === '') return;
    const mark = document.createElement('span');
    mark.className = 'prompt';
    mark.textContent = prompt;
    this.#beginBlock().before(mark);
  }

  add(piece: string): void {
    this.#arrived.push(piece);
    this.#frame.request();
  }

  #show(): void {
    const piece = this.#arrived.join('');
    this.#arrived = [];
    const filled = this.#last?.length ?? 0;
    for (const { text, begins } of cutIntoBlocks(piece, filled, this.#last?.data.endsWith('\n') ?? false)) {
      const block = begins || !this.#last ? this.#beginBlock() : this.#last;
      block.appendData(text);
    }
    if (this.#follows) this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }

  #beginBlock(): Text {
    const block = document.createElement('div');
    block.className = 'block';
    const last = document.createTextNode('');
    block.append(last);
    this.#blocks.append(block);
    this.#last = last;
    return last;
  }
}
