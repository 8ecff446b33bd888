// Draws a text coloured by a unit, with the most likely next characters beneath each: only the rows that are in sight.
import type { LookTheme } from '../drawing/look-theme.svelte';
import type { ByteCell } from './byte-cells';
import type { TextRow } from './text-rows';

const CELL_WIDTH = 17;
const TEXT_HEIGHT = 22;
const GUESS_HEIGHT = 15;
const ROW_GAP = 9;

export interface TextPicture {
  cells: readonly ByteCell[];
  rows: readonly TextRow[];
  /** The activation after a byte, -1 … 1. */
  valueAt(at: number): number;
  /** (n,5), and what stands for each byte (256); null where the guesses are not wanted. */
  guesses: { cells: readonly ByteCell[]; topBytes: Uint8Array; probabilities: Float32Array; each: number } | null;
  selected: number;
}

export interface Sizes {
  rowHeight: number;
  cellWidth: number;
}

export function sizesFor(guesses: number): Sizes {
  return { rowHeight: TEXT_HEIGHT + guesses * GUESS_HEIGHT + (guesses > 0 ? ROW_GAP : 4), cellWidth: CELL_WIDTH };
}

export const cellsAcross = (width: number): number => Math.max(8, Math.floor(width / CELL_WIDTH));

export function drawTextPicture(
  context: CanvasRenderingContext2D,
  picture: TextPicture,
  { colours }: LookTheme,
  view: { top: number; width: number; height: number },
): void {
  const { cells, rows, guesses, selected } = picture;
  const { rowHeight } = sizesFor(guesses?.each ?? 0);
  context.clearRect(0, 0, view.width, view.height);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const last = Math.min(rows.length, Math.ceil((view.top + view.height) / rowHeight));
  for (let index = Math.max(0, Math.floor(view.top / rowHeight)); index < last; index++) {
    const row = rows[index];
    const y = index * rowHeight - view.top;
    for (let column = 0; column < (row?.count ?? 0); column++) {
      const at = (row?.first ?? 0) + column;
      drawCell(context, cells[at], picture.valueAt(at), column * CELL_WIDTH, y);
      if (guesses) drawGuesses(context, at, column * CELL_WIDTH, y + TEXT_HEIGHT);
      if (at === selected) frame(context, column * CELL_WIDTH, y);
    }
  }

  function drawCell(
    on: CanvasRenderingContext2D,
    cell: ByteCell | undefined,
    value: number,
    x: number,
    y: number,
  ): void {
    on.fillStyle = colours.scale.css(value);
    on.fillRect(x, y, CELL_WIDTH, TEXT_HEIGHT);
    on.fillStyle = colours.scale.ink(value);
    on.globalAlpha = cell?.isMark === true ? 0.65 : 1;
    on.font = `${cell?.isMark === true ? 10 : 14}px ${colours.mono}`;
    on.fillText(cell?.text ?? '', x + CELL_WIDTH / 2, y + TEXT_HEIGHT / 2 + 1);
    on.globalAlpha = 1;
  }

  /** The likelier, the more of the accent behind it. */
  function drawGuesses(on: CanvasRenderingContext2D, at: number, x: number, y: number): void {
    if (!guesses) return;
    for (let rank = 0; rank < guesses.each; rank++) {
      const cell = guesses.cells[guesses.topBytes[at * guesses.each + rank] ?? 0];
      const probability = guesses.probabilities[at * guesses.each + rank] ?? 0;
      const top = y + rank * GUESS_HEIGHT;
      on.fillStyle = colours.accent;
      on.globalAlpha = 0.45 * probability;
      on.fillRect(x, top, CELL_WIDTH, GUESS_HEIGHT);
      on.globalAlpha = 1;
      on.fillStyle = probability > 0.1 ? colours.ink : colours.inkFaint;
      on.font = `${cell?.isMark === true ? 9 : 11}px ${colours.mono}`;
      on.fillText(cell?.text ?? '', x + CELL_WIDTH / 2, top + GUESS_HEIGHT / 2 + 0.5);
    }
  }

  function frame(on: CanvasRenderingContext2D, x: number, y: number): void {
    on.strokeStyle = colours.ink;
    on.lineWidth = 2;
    on.strokeRect(x + 1, y + 1, CELL_WIDTH - 2, rowHeight - (guesses ? ROW_GAP : 4) - 2);
  }
}
