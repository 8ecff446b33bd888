// Says which rows of a long list are worth drawing: those in sight and a few beyond.

const BEYOND = 6;

export interface RowRange {
  first: number;
  /** Not drawn any more. */
  end: number;
}

export function visibleRows(scrolledPx: number, heightPx: number, rowPx: number, count: number): RowRange {
  const first = Math.max(0, Math.floor(scrolledPx / rowPx) - BEYOND);
  const end = Math.min(count, Math.ceil((scrolledPx + heightPx) / rowPx) + BEYOND);
  return { first: Math.min(first, end), end };
}

/** How far to scroll so that a row is in sight; as far as it is now where it is already. */
export function scrollToRow(row: number, scrolledPx: number, heightPx: number, rowPx: number): number {
  const top = row * rowPx;
  if (top < scrolledPx) return top;
  return Math.max(scrolledPx, top + rowPx - heightPx);
}
