// Appends text to the page block by block; follows its end unless the person has scrolled up.
import { cutIntoBlocks } from './text-blocks';
import type { TextReader } from './writer.svelte';

/** Closer to the end than this counts as being at the end. */
const END_TOLERANCE_PIXELS = 24;

export class GrowingText implements TextReader {
  #last: Text | null = null;
  readonly #blocks: HTMLElement;
  readonly #scroller: HTMLElement;

  constructor(blocks: HTMLElement, scroller: HTMLElement) {
    this.#blocks = blocks;
    this.#scroller = scroller;
  }

  restart(prompt: string): void {
    this.#blocks.replaceChildren();
    this.#last = null;
    if (prompt === '') return;
    const mark = document.createElement('span');
    mark.className = 'prompt';
    mark.textContent = prompt;
    this.#beginBlock().before(mark);
  }

  add(piece: string): void {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    const follows = scrollHeight - scrollTop - clientHeight < END_TOLERANCE_PIXELS;
    const filled = this.#last?.length ?? 0;
    for (const { text, begins } of cutIntoBlocks(piece, filled, this.#last?.data.endsWith('\n') ?? false)) {
      const block = begins || !this.#last ? this.#beginBlock() : this.#last;
      block.appendData(text);
    }
    if (follows) this.#scroller.scrollTop = this.#scroller.scrollHeight;
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
