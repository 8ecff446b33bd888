// Breaks a text into rows of cells: where its lines end, and where the window does.
import type { ByteCell } from './byte-cells';

export interface TextRow {
  first: number;
  count: number;
}

/** A line end stands at the end of its row. */
export function textRows(cells: readonly Pick<ByteCell, 'endsLine'>[], cellsAcross: number): TextRow[] {
  const across = Math.max(1, cellsAcross);
  const rows: TextRow[] = [];
  let first = 0;
  for (let at = 0; at < cells.length; at++) {
    const isFull = at - first + 1 === across;
    if (cells[at]?.endsLine !== true && !isFull) continue;
    rows.push({ first, count: at - first + 1 });
    first = at + 1;
  }
  if (first < cells.length) rows.push({ first, count: cells.length - first });
  return rows;
}

/** The row that holds a byte. */
export function rowOf(rows: readonly TextRow[], at: number): number {
  const found = rows.findIndex(({ first, count }) => at < first + count);
  return found < 0 ? rows.length - 1 : found;
}

/** The byte one row further down (1) or up (-1), in the same column as far as that row reaches. */
export function byteBeside(rows: readonly TextRow[], at: number, down: 1 | -1): number {
  const here = rowOf(rows, at);
  const from = rows[here];
  const to = rows[here + down];
  if (!from || !to) return at;
  return to.first + Math.min(at - from.first, to.count - 1);
}
