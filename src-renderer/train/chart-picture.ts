// A chart as a PNG that stands by itself: twice as fine as the screen's points, with its title, its unit and its key.
import { Chart } from 'chart.js';
import type { ChartTheme } from './chart-theme';

const FINENESS = 2;
const MARGIN = 16;
const TITLE_PX = 24;
const LINE_PX = 18;

export interface PictureWords {
  title: string;
  /** What its axes are. */
  subtitle: string;
  key: { text: string; colour: string }[];
}

/** The chart drawn finely for a moment, whatever the screen. */
function drawnFinely(canvas: HTMLCanvasElement, use: (canvas: HTMLCanvasElement) => void): void {
  const chart = Chart.getChart(canvas);
  const before = chart?.options.devicePixelRatio;
  if (!chart) return use(canvas);
  const redraw = (ratio: number | undefined): void => {
    if (ratio === undefined) delete chart.options.devicePixelRatio;
    else chart.options.devicePixelRatio = ratio;
    chart.resize();
    chart.update('none');
  };
  redraw(FINENESS);
  use(canvas);
  redraw(before);
}

function writeKey(context: CanvasRenderingContext2D, key: PictureWords['key'], y: number): void {
  let x = MARGIN;
  for (const { text, colour } of key) {
    context.fillStyle = colour;
    context.fillRect(x, y - 2, 14, 3);
    context.fillText(text, x + 20, y);
    x += 36 + context.measureText(text).width;
  }
}

export async function chartPicture(
  canvas: HTMLCanvasElement,
  theme: ChartTheme,
  words: PictureWords,
): Promise<Uint8Array> {
  const picture = document.createElement('canvas');
  const context = picture.getContext('2d');
  if (!context) throw new Error('The chart could not be drawn. Try again.');
  const { clientWidth: width, clientHeight: height } = canvas;
  const top = MARGIN + TITLE_PX + LINE_PX;
  drawnFinely(canvas, (fine) => {
    picture.width = FINENESS * (width + 2 * MARGIN);
    picture.height = FINENESS * (top + height + 2 * MARGIN + LINE_PX);
    context.scale(FINENESS, FINENESS);
    context.fillStyle = theme.surface;
    context.fillRect(0, 0, picture.width, picture.height);
    context.drawImage(fine, MARGIN, top, width, height);
  });
  context.textBaseline = 'middle';
  context.fillStyle = theme.strong;
  context.font = `600 16px ${theme.font}`;
  context.fillText(words.title, MARGIN, MARGIN + TITLE_PX / 2);
  context.fillStyle = theme.ink;
  context.font = `12px ${theme.font}`;
  context.fillText(words.subtitle, MARGIN, MARGIN + TITLE_PX + LINE_PX / 2);
  writeKey(context, words.key, top + height + MARGIN + LINE_PX / 2);
  const blob = await new Promise<Blob | null>((resolve) => picture.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('The chart could not be drawn. Try again.');
  return new Uint8Array(await blob.arrayBuffer());
}
