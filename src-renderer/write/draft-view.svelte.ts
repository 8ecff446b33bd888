// One draft that is shown: its blocks, and what of it the page reacts to.
import { DraftBlocks, type DraftReader } from './draft-blocks';
import type { Bytes } from './glyphs';

export class DraftView {
  readonly id: string;
  readonly blocks: DraftBlocks;
  /** The draft's length. */
  bytes = $state(0);
  encoding = $state('utf-8');
  isWriting = $state(false);
  /** What went wrong with something asked of it. */
  problem = $state<string | null>(null);
  /** Called after every change of what is held. */
  onchange: () => void = () => undefined;

  constructor(id: string, reader: DraftReader) {
    this.id = id;
    this.blocks = new DraftBlocks(reader);
  }

  /** Whether nothing can follow the block's last byte any more that would complete its last character. */
  isEnd(block: number): boolean {
    return block < this.blocks.count - 1 || !this.isWriting;
  }

  opened(bytes: number, blocks: number[]): void {
    this.blocks.opened(bytes, blocks);
    this.#changed();
  }

  grew(added: Bytes, blocks: number[]): void {
    this.blocks.grew(added, blocks);
    this.#changed();
  }

  arrived(read: Bytes, request: number): void {
    this.blocks.arrived(read, request);
    this.#changed();
  }

  #changed(): void {
    this.bytes = this.blocks.bytes;
    this.onchange();
  }
}
