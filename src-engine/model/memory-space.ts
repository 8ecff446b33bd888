// A memory that is laid out from its beginning: places are taken one after the other, then it is made as large as they are.

/** So that no two places share a cache line. */
const ALIGNMENT = 64;
const PAGE_BYTES = 65_536;

export interface MemorySpace {
  /** The byte offset of a new place. */
  take(bytes: number): number;
  taken(): number;
}

export function createMemorySpace(): MemorySpace {
  let next = ALIGNMENT;
  return {
    take(bytes) {
      const offset = next;
      next += Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
      return offset;
    },
    taken: () => next,
  };
}

/** Shared and all zero. Throws where the computer has not as much. */
export function sharedMemory(bytes: number): WebAssembly.Memory {
  const pages = Math.ceil(bytes / PAGE_BYTES);
  return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
}
