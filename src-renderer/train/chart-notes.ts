// The notes on a chart: what was changed, resumed or gone back to, where; and the drawing of them as vertical lines with text.
import type { Plugin } from 'chart.js';
import type { RunMark } from '../../src-engine/protocol/checkpoints';
import { SETTINGS, type SettingName } from '../../src-engine/hyperparameters';
import type { SettingChange } from '../../src-engine/protocol/messages';
import { formatCount, formatQuantity } from '../numbers/format';
import type { ChartTheme } from './chart-theme';

export interface ChartNote {
  update: number;
  text: string;
}

function textOfChange({ name, value }: SettingChange): string {
  const setting = Object.hasOwn(SETTINGS, name) ? SETTINGS[name as SettingName] : null;
  if (!setting) return `${name} ${value}`;
  if (setting.kind === 'choice') {
    return `${setting.label}: ${setting.options.find((option) => option.value === value)?.label ?? value}`;
  }
  if (value === 0 && setting.zeroMeans) return `${setting.label}: ${setting.zeroMeans}`;
  return `${setting.label} ${formatQuantity(Number(value))}`;
}

function textOfMark({ kind, from }: RunMark): string {
  return kind === 'back' && from !== null ? `Went back from ${formatCount(from)}` : 'Resumed';
}

/** One note an update, in order; what was done several times there is said once. */
export function notesOf(changes: readonly SettingChange[], marks: readonly RunMark[]): ChartNote[] {
  const texts = new Map<number, Set<string>>();
  const say = (update: number, text: string) => texts.set(update, (texts.get(update) ?? new Set()).add(text));
  for (const mark of marks) say(mark.update, textOfMark(mark));
  for (const change of changes) {
    const later = changes.findLast(({ update, name }) => update === change.update && name === change.name);
    if (later === change) say(change.update, textOfChange(change));
  }
  const sorted = [...texts].sort(([a], [b]) => a - b);
  return sorted.map(([update, said]) => {
    // Going back is followed by resuming; one word is enough.
    const words = [...said].filter((text) => text !== 'Resumed' || said.size === 1);
    return { update, text: words.join(', ') };
  });
}

const ROWS = 3;
const ROW_HEIGHT = 13;
const GAP = 4;

/** For each label, from the left, the first row in which it does not run into the one before; null when all are taken. */
export function labelRows(labels: { left: number; width: number }[]): (number | null)[] {
  const ends = Array.from({ length: ROWS }, () => -Infinity);
  return labels.map(({ left, width }) => {
    const row = ends.findIndex((end) => end + GAP <= left);
    if (row < 0) return null;
    ends[row] = left + width;
    return row;
  });
}

export interface DrawnNote {
  x: number;
  text: string;
}

/** `read` is asked at each drawing. */
export function notesPlugin(read: () => { notes: DrawnNote[]; theme: ChartTheme }): Plugin<'line'> {
  return {
    id: 'notes',
    beforeDatasetsDraw({ ctx, chartArea, scales }) {
      const { notes, theme } = read();
      const scale = scales.x;
      if (!scale) return;
      const { left, right, top, bottom } = chartArea;
      const placed = notes
        .map(({ x, text }) => ({ text, at: scale.getPixelForValue(x) }))
        .filter(({ at }) => at >= left && at <= right);
      ctx.save();
      ctx.font = `10px ${theme.font}`;
      ctx.textBaseline = 'top';
      ctx.strokeStyle = theme.ink;
      ctx.fillStyle = theme.ink;
      ctx.setLineDash([2, 3]);
      const labels = placed.map(({ text, at }) => {
        const { width } = ctx.measureText(text);
        return { left: Math.min(at + GAP, right - width), width };
      });
      const rows = labelRows(labels);
      for (const [index, { text, at }] of placed.entries()) {
        ctx.beginPath();
        ctx.moveTo(at, top);
        ctx.lineTo(at, bottom);
        ctx.stroke();
        const [row, label] = [rows[index], labels[index]];
        if (row !== null && row !== undefined && label) ctx.fillText(text, label.left, top + 2 + row * ROW_HEIGHT);
      }
      ctx.restore();
    },
  };
}
