// A card to post: what a network wrote after which prompt, how it learned, and the facts; a PNG twice as fine as its 1200 × 630 points.
import type { ChartTheme } from '../train/chart-theme';
import { cardLines, type CardLine, type CardPart } from './card-lines';

const FINENESS = 2;
const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 56;
/** Of the foot with the facts. */
const FOOT_PX = 96;
const LINE_PX = 39;
const TEXT_PX = 27;
const CURVE = { width: 300, height: 170 };
const GAP = 48;
const SERIF = "ui-serif, Georgia, 'Liberation Serif', 'DejaVu Serif', serif";

export interface CardContent {
  name: string;
  parts: CardPart[];
  /** The text ends with them. */
  isWhole: boolean;
  /** The loss over the training, smoothed, in bits/byte; empty where it is not known. */
  curve: { x: number; y: number }[];
  /** Said at the curve's ends. */
  curveWords: { first: string; last: string; unit: string };
  facts: string;
}

/** Control bytes have no picture, and a carriage return would end a line twice. */
const shown = (text: string): string => text.replaceAll('\r\n', '\n').replace(/[^\P{Cc}\n]/gu, ' ');

function drawLine(context: CanvasRenderingContext2D, line: CardLine, y: number, theme: ChartTheme): void {
  let x = MARGIN;
  for (const { text, isGiven } of line) {
    context.fillStyle = isGiven ? theme.smooth : theme.strong;
    context.fillText(text, x, y);
    x += context.measureText(text).width;
  }
}

function drawText(context: CanvasRenderingContext2D, content: CardContent, width: number, theme: ChartTheme): void {
  const lines = Math.floor((HEIGHT - MARGIN - FOOT_PX - GAP / 2) / LINE_PX);
  context.font = `${TEXT_PX}px ${SERIF}`;
  const parts = content.parts.map(({ text, isGiven }) => ({ text: shown(text), isGiven }));
  const measure = (text: string): number => context.measureText(text).width;
  for (const [index, line] of cardLines(parts, content.isWhole, { width, lines }, measure).entries()) {
    drawLine(context, line, MARGIN + index * LINE_PX + LINE_PX / 2, theme);
  }
}

function drawCurve(context: CanvasRenderingContext2D, { curve, curveWords }: CardContent, theme: ChartTheme): void {
  const left = WIDTH - MARGIN - CURVE.width;
  const top = MARGIN + 34;
  const [xs, ys] = [curve.map(({ x }) => x), curve.map(({ y }) => y)];
  const [least, most] = [Math.min(...ys), Math.max(...ys)];
  const [from, to] = [Math.min(...xs), Math.max(...xs)];
  const xAt = (x: number): number => left + (CURVE.width * (x - from)) / Math.max(to - from, 1e-9);
  const yAt = (y: number): number => top + CURVE.height * (1 - (y - least) / Math.max(most - least, 1e-9));
  context.beginPath();
  for (const [index, { x, y }] of curve.entries()) {
    if (index === 0) context.moveTo(xAt(x), yAt(y));
    else context.lineTo(xAt(x), yAt(y));
  }
  context.strokeStyle = theme.smooth;
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.stroke();
  context.lineTo(xAt(to), top + CURVE.height);
  context.lineTo(xAt(from), top + CURVE.height);
  context.fillStyle = theme.fill;
  context.fill();
  context.fillStyle = theme.ink;
  context.font = `18px ${theme.font}`;
  context.fillText(`Loss, ${curveWords.unit}`, left, MARGIN + 10);
  const below = top + CURVE.height + 20;
  context.fillText(curveWords.first, left, below);
  context.textAlign = 'right';
  context.fillStyle = theme.strong;
  context.font = `600 18px ${theme.font}`;
  context.fillText(curveWords.last, left + CURVE.width, below);
  context.textAlign = 'left';
}

/** As much of a text as one line holds. */
function cut(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  let end = text.length;
  while (end > 0 && context.measureText(`${text.slice(0, end)}…`).width > width) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

function drawFoot(context: CanvasRenderingContext2D, { name, facts }: CardContent, theme: ChartTheme): void {
  const top = HEIGHT - FOOT_PX;
  context.fillStyle = theme.grid;
  context.fillRect(MARGIN, top - 12, WIDTH - 2 * MARGIN, 2);
  context.font = `600 18px ${theme.font}`;
  context.fillStyle = theme.ink;
  context.textAlign = 'right';
  context.fillText('Unroll', WIDTH - MARGIN, top + 20);
  context.textAlign = 'left';
  context.font = `600 22px ${theme.font}`;
  context.fillStyle = theme.strong;
  context.fillText(cut(context, name, WIDTH - 2 * MARGIN - 120), MARGIN, top + 20);
  context.font = `18px ${theme.font}`;
  context.fillStyle = theme.ink;
  context.fillText(cut(context, facts, WIDTH - 2 * MARGIN), MARGIN, top + 52);
}

export async function cardPicture(content: CardContent, theme: ChartTheme): Promise<Uint8Array> {
  const canvas = document.createElement('canvas');
  canvas.width = FINENESS * WIDTH;
  canvas.height = FINENESS * HEIGHT;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The picture could not be drawn. Try again.');
  context.scale(FINENESS, FINENESS);
  context.fillStyle = theme.surface;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.fillStyle = theme.smooth;
  context.fillRect(0, 0, 10, HEIGHT);
  context.textBaseline = 'middle';
  const hasCurve = content.curve.length > 1;
  drawText(context, content, WIDTH - 2 * MARGIN - (hasCurve ? CURVE.width + GAP : 0), theme);
  if (hasCurve) drawCurve(context, content, theme);
  drawFoot(context, content, theme);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('The picture could not be drawn. Try again.');
  return new Uint8Array(await blob.arrayBuffer());
}
