// A draft's blocks as far as the page holds them: where they begin, and the bytes of those that were shown last.
import { MOST_READ_AT_ONCE } from '../../src-engine/protocol/writing';
import type { Bytes } from './glyphs';

/** Blocks of a few thousand bytes that are held; any other is asked for again when it comes into view. */
const MOST_HELD_BLOCKS = 96;

export interface DraftReader {
  /** Asks for bytes; they come as `arrived`. */
  read(from: number, bytes: number, request: number): void;
}

export class DraftBlocks {
  /** The draft's length. */
  bytes = 0;
  #blocks: number[] = [0];
  /** By block, the last used last. */
  readonly #held = new Map<number, Bytes>();
  readonly #asked = new Set<number>();
  readonly #takers = new Map<number, (read: Bytes) => void>();
  #requests = 0;
  readonly #reader: DraftReader;

  constructor(reader: DraftReader) {
    this.#reader = reader;
  }

  get count(): number {
    return this.#blocks.length;
  }

  begin(block: number): number {
    return this.#blocks[block] ?? this.bytes;
  }

  end(block: number): number {
    return this.#blocks[block + 1] ?? this.bytes;
  }

  /** The block that a byte lies in. */
  blockOf(at: number): number {
    let low = 0;
    let high = this.#blocks.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#blocks[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The bytes of a block; null, and asked for, when they are not held whole. */
  block(block: number): Bytes | null {
    const held = this.#held.get(block);
    const isWhole = held?.bytes.length === this.end(block) - this.begin(block);
    if (held) {
      this.#held.delete(block);
      this.#held.set(block, held);
    }
    if (!isWhole) this.#ask(block);
    return held ?? null;
  }

  /** As many bytes of a stretch, from its first, as are held. */
  held(from: number, bytes: number): Uint8Array {
    const found: Uint8Array[] = [];
    for (let at = from; at < from + bytes;) {
      const block = this.blockOf(at);
      const part = this.block(block)?.bytes.subarray(at - this.begin(block), from + bytes - this.begin(block));
      if (!part || part.length === 0) break;
      found.push(part);
      at += part.length;
    }
    return Uint8Array.of(...found.flatMap((part) => [...part]));
  }

  opened(bytes: number, blocks: number[]): void {
    this.bytes = bytes;
    this.#blocks = blocks;
    this.#held.clear();
    this.#asked.clear();
  }

  /** Bytes were added at the end. */
  grew(added: Bytes, blocks: number[]): void {
    if (added.from !== this.bytes) return;
    this.#blocks.push(...blocks);
    this.bytes += added.bytes.length;
    const first = this.blockOf(added.from);
    for (let block = first; block < this.#blocks.length; block++) {
      const from = Math.max(this.begin(block), added.from);
      this.#add(block, slice(added, from, this.end(block)));
    }
    this.#letGo();
  }

  /** The whole draft or its first bytes, for taking it away; it is not held afterwards. */
  async readAll(most = this.bytes): Promise<Uint8Array> {
    const all = new Uint8Array(Math.min(most, this.bytes));
    for (let from = 0; from < all.length;) {
      const { bytes } = await this.#readNext(from, Math.min(MOST_READ_AT_ONCE, all.length - from));
      if (bytes.length === 0) return all.subarray(0, from);
      all.set(bytes, from);
      from += bytes.length;
    }
    return all;
  }

  #readNext(from: number, bytes: number): Promise<Bytes> {
    this.#requests += 1;
    const request = this.#requests;
    return new Promise((resolve) => {
      this.#takers.set(request, resolve);
      this.#reader.read(from, bytes, request);
    });
  }

  /** Bytes that were asked for: with request 0 for showing them. */
  arrived(read: Bytes, request: number): void {
    if (request > 0) {
      this.#takers.get(request)?.(read);
      this.#takers.delete(request);
      return;
    }
    const block = this.blockOf(read.from);
    this.#asked.delete(block);
    if (this.begin(block) !== read.from) return;
    this.#held.set(block, slice(read, read.from, this.end(block)));
    this.#letGo();
  }

  #add(block: number, more: Bytes): void {
    const held = this.#held.get(block);
    const heldBytes = held?.bytes.length ?? 0;
    if (more.from !== this.begin(block) + heldBytes) return;
    const bytes = new Uint8Array(heldBytes + more.bytes.length);
    const probabilities = new Float32Array(bytes.length);
    if (held) {
      bytes.set(held.bytes);
      probabilities.set(held.probabilities);
    }
    bytes.set(more.bytes, heldBytes);
    probabilities.set(more.probabilities, heldBytes);
    this.#held.set(block, { from: this.begin(block), bytes, probabilities });
  }

  #ask(block: number): void {
    if (this.#asked.has(block) || this.end(block) === this.begin(block)) return;
    this.#asked.add(block);
    this.#reader.read(this.begin(block), this.end(block) - this.begin(block), 0);
  }

  #letGo(): void {
    for (const block of this.#held.keys()) {
      if (this.#held.size <= MOST_HELD_BLOCKS) return;
      this.#held.delete(block);
    }
  }
}

function slice({ from, bytes, probabilities }: Bytes, begin: number, end: number): Bytes {
  return {
    from: begin,
    bytes: bytes.subarray(begin - from, end - from),
    probabilities: probabilities.subarray(begin - from, end - from),
  };
}
