// What a chart runs over: updates, bytes read, or seconds of training without pauses.
import { formatBytes, formatClock, formatCompact, formatCount } from '../numbers/format';

export type XAxis = 'updates' | 'bytes' | 'time';

export const X_AXES: { value: XAxis; label: string }[] = [
  { value: 'updates', label: 'Updates' },
  { value: 'bytes', label: 'Bytes read' },
  { value: 'time', label: 'Training time' },
];

export interface Place {
  update: number;
  bytes: number;
  elapsedMs: number;
}

export function xOf(place: Place, axis: XAxis): number {
  if (axis === 'updates') return place.update;
  return axis === 'bytes' ? place.bytes : place.elapsedMs / 1000;
}

/** As a tick says it. */
export function formatTick(x: number, axis: XAxis): string {
  if (axis === 'time') return formatClock(1000 * x);
  return axis === 'bytes' ? formatBytes(x) : formatCompact(x);
}

/** As a sentence says it. */
export function formatPlace(x: number, axis: XAxis): string {
  if (axis === 'updates') return `Update ${formatCount(x)}`;
  return axis === 'bytes' ? `${formatBytes(x)} read` : `${formatClock(1000 * x)} of training`;
}

/** The value of `pick` where `key` reaches `at`, straight between the two points around it; the ends hold beyond them. */
function between(
  points: readonly Place[],
  key: (place: Place) => number,
  at: number,
  pick: (place: Place) => number,
): number {
  let low = 0;
  let high = points.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const place = points[middle];
    if (place && key(place) < at) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [points[low - 1], points[low]];
  if (!after) return 0;
  if (!before || at >= key(after)) return pick(after);
  const share = (at - key(before)) / (key(after) - key(before));
  return pick(before) + share * (pick(after) - pick(before));
}

/** Where an update lies on an axis. */
export const xAtUpdate = (points: readonly Place[], update: number, axis: XAxis): number =>
  axis === 'updates'
    ? update
    : between(
        points,
        (place) => place.update,
        update,
        (place) => xOf(place, axis),
      );

/** Which update lies at a place of an axis. */
export const updateAtX = (points: readonly Place[], x: number, axis: XAxis): number =>
  axis === 'updates'
    ? x
    : between(
        points,
        (place) => xOf(place, axis),
        x,
        (place) => place.update,
      );

const TIME_STEPS_S = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400];

/** Round times: 15 s, 2 min, 6 h … apart, at most `most` of them. */
export function timeTicks(from: number, to: number, most: number): { value: number }[] {
  const least = (to - from) / most;
  const step = TIME_STEPS_S.find((candidate) => candidate >= least) ?? 86_400 * Math.ceil(least / 86_400);
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, index) => ({
    value: (first + index) * step,
  }));
}
