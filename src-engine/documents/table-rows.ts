// Keeps count of a table's cells, so that a tab stands between two of a row; tables may lie within tables.
import type { TextBuilder } from './text-builder';

export interface TableRows {
  rowOpened(): void;
  cellOpened(): void;
  rowClosed(): void;
}

export function createTableRows(builder: TextBuilder): TableRows {
  const cells: number[] = [];
  return {
    rowOpened() {
      builder.row();
      cells.push(0);
    },
    cellOpened() {
      const row = cells.length - 1;
      const before = cells[row];
      // A cell without a row is a block of its own.
      if (before === undefined) builder.block();
      else if (before > 0) builder.cell();
      if (before !== undefined) cells[row] = before + 1;
    },
    rowClosed() {
      cells.pop();
      builder.block();
    },
  };
}
