// Reads a search's results: who is ahead, what is shown of each, what mattered, and where its line runs over the axes.
import { SETTINGS, type SettingName } from '../../src-engine/hyperparameters';
import type { Search, SearchCandidate } from '../../src-engine/protocol/messages';
import type { SearchRange } from '../../src-engine/protocol/search-plan';
import { formatLossExactly, formatQuantity } from '../numbers/format';
import { importance, importanceWord } from './importance';

const CANDIDATE_WORDS: Record<SearchCandidate['state'], string> = {
  waiting: 'Waiting',
  training: 'Training',
  resting: 'Next round',
  out: 'Dropped',
  best: 'Best',
  failed: 'Failed',
};

/** In a search that has ended, nothing is still to come. */
export function candidateWord({ state }: SearchCandidate, searchState: Search['state']): string {
  const isOver = searchState !== 'searching' && (state === 'waiting' || state === 'training' || state === 'resting');
  if (!isOver) return CANDIDATE_WORDS[state];
  return state === 'waiting' ? 'Not run' : 'Cancelled';
}

/** The longest trained first, the better of these above; what has no result yet at the end. */
export function inOrder(candidates: SearchCandidate[]): SearchCandidate[] {
  const loss = ({ bitsPerByte }: SearchCandidate): number => bitsPerByte ?? Infinity;
  return candidates.toSorted((a, b) => b.rounds - a.rounds || loss(a) - loss(b) || a.number - b.number);
}

/** The one to use now; null before any has a result. */
export function leaderOf(candidates: SearchCandidate[]): SearchCandidate | null {
  return inOrder(candidates).find(({ bitsPerByte }) => bitsPerByte !== null) ?? null;
}

export const labelOf = (name: string): string => SETTINGS[name as SettingName].label;

export function valueText(name: string, value: number | string | undefined): string {
  const setting = SETTINGS[name as SettingName];
  if (typeof value === 'number') return formatQuantity(value);
  const option = setting.kind === 'choice' ? setting.options.find((each) => each.value === value) : undefined;
  return option?.label ?? '';
}

export interface Axis {
  x: number;
  label: string;
  /** How much it mattered, in words. */
  note: string;
  /** From the top down: what stands beside the axis. */
  marks: { y: number; text: string }[];
}

export interface Line {
  number: number;
  points: string;
  isLeader: boolean;
}

/** Where a value stands between the bottom (0) and the top (1) of its axis. */
function shareOf(range: SearchRange, value: number | string): number {
  if ('choices' in range) {
    return range.choices.length < 2 ? 0.5 : range.choices.indexOf(String(value)) / (range.choices.length - 1);
  }
  const setting = SETTINGS[range.name as SettingName];
  const isLogarithmic = setting.kind === 'number' && setting.scale === 'logarithmic' && range.least > 0;
  const on = (x: number): number => (isLogarithmic ? Math.log(Math.max(x, Number.MIN_VALUE)) : x);
  const width = on(range.most) - on(range.least);
  // What one had may lie outside of what is searched.
  return width === 0 ? 0.5 : Math.min(1, Math.max(0, (on(Number(value)) - on(range.least)) / width));
}

function marksOf(range: SearchRange): { share: number; text: string }[] {
  const values = 'choices' in range ? range.choices : [range.least, range.most];
  return values.map((value) => ({ share: shareOf(range, value), text: valueText(range.name, value) }));
}

export interface Frame {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** One axis a setting and one for the loss after the first round, in which all trained equally long; less is higher. */
export function parallelPicture({ plan, candidates }: Search, frame: Frame): { axes: Axis[]; lines: Line[] } {
  const { left, top, width, height } = frame;
  const { ranges } = plan;
  const tried = candidates.filter(({ firstBitsPerByte }) => firstBitsPerByte !== null);
  const results = tried.map(({ firstBitsPerByte }) => firstBitsPerByte ?? NaN);
  const [best, worst] = [Math.min(...results), Math.max(...results)];
  const x = (index: number): number => left + (ranges.length === 0 ? 0 : (index / ranges.length) * width);
  const y = (share: number): number => top + (1 - share) * height;
  const resultShare = (bits: number): number => (worst === best ? 0.5 : (worst - bits) / (worst - best));
  const noteOn = (name: string): string =>
    importanceWord(
      importance(
        tried.map(({ values, firstBitsPerByte }) => ({ value: values[name] ?? '', result: firstBitsPerByte ?? NaN })),
      ),
    );
  const axes = ranges.map((range, index) => ({
    x: x(index),
    label: labelOf(range.name),
    note: noteOn(range.name),
    marks: marksOf(range).map(({ share, text }) => ({ y: y(share), text })),
  }));
  const ends = tried.length === 0 ? [] : [...new Set([best, worst])];
  const resultAxis: Axis = {
    x: x(ranges.length),
    label: 'Loss',
    note: 'after round 1',
    marks: ends.map((bits) => ({ y: y(resultShare(bits)), text: formatLossExactly(bits) })),
  };
  const leader = leaderOf(candidates);
  const lines = tried.map(({ number, values, firstBitsPerByte }) => {
    const shares = [
      ...ranges.map((range) => shareOf(range, values[range.name] ?? '')),
      resultShare(firstBitsPerByte ?? NaN),
    ];
    const points = shares.map((share, index) => `${x(index).toFixed(1)},${y(share).toFixed(1)}`).join(' ');
    return { number, points, isLeader: number === leader?.number };
  });
  // The leader is drawn last, on top of the others.
  return { axes: [...axes, resultAxis], lines: lines.toSorted((a, b) => Number(a.isLeader) - Number(b.isLeader)) };
}
