// Answers with a run's curve, or a stretch of it, as finely as a chart can draw: from the index, or from the log itself where that is short enough.
import { MOST_CURVE_POINTS } from '../protocol/checkpoints';
import type { MetricPoint, ValidationPoint } from '../protocol/messages';
import { thinGroups, type CurveGroup } from './curve-groups';
import { readCurveIndex, readPoints, type CurveIndex } from './curve-index';
import type { RunFolder } from './run-folder';

/** A stretch of fewer groups is read line by line: at most some 25,000 lines. */
const GROUPS_TO_READ_WHOLE = 400;

export interface Stretch {
  fromUpdate: number | null;
  toUpdate: number | null;
}

export interface Curve {
  metrics: MetricPoint[];
  recordsPerPoint: number;
}

function thinned(groups: CurveGroup[], most: number): Curve {
  const kept = thinGroups(groups, most);
  return { metrics: kept.map(({ point }) => point), recordsPerPoint: kept[0]?.count ?? 1 };
}

const one = (point: MetricPoint): CurveGroup => ({ point, count: 1 });

/** The groups that have a part in the stretch, and one more on each side so that lines run out of the picture. */
function groupsWithin({ groups }: CurveIndex, from: number, to: number): CurveIndex['groups'] {
  const first = groups.findIndex(({ point }) => point.update >= from);
  if (first < 0) return groups.slice(-1);
  const past = groups.findIndex(({ point }) => point.update > to);
  return groups.slice(Math.max(0, first - 1), past < 0 ? undefined : past + 2);
}

export async function readCurve(
  folder: RunFolder,
  { fromUpdate, toUpdate }: Stretch = { fromUpdate: null, toUpdate: null },
  most = MOST_CURVE_POINTS,
): Promise<Curve> {
  const [from, to] = [fromUpdate ?? -Infinity, toUpdate ?? Infinity];
  const index = await readCurveIndex(folder);
  const groups = groupsWithin(index, from, to);
  const rest = (index.groups.at(-1)?.point.update ?? 0) > to ? [] : index.rest.map(one);
  const [first, last] = [groups[0], groups.at(-1)];
  if (!first || !last) return thinned(rest, most);
  if (groups.length >= GROUPS_TO_READ_WHOLE) return thinned([...groups, ...rest], most);
  const points = await readPoints(folder, first.offset, last.endOffset);
  return thinned([...points.map(one), ...rest], most);
}

/** At most `most`: evenly chosen, the best and the newest always among them. */
export function thinValidations(points: ValidationPoint[], most: number): ValidationPoint[] {
  if (points.length <= most) return points;
  const best = points.reduce((least, point) => (point.bitsPerByte < least.bitsPerByte ? point : least));
  const stride = Math.ceil(points.length / (most - 2));
  return points.filter((point, index) => index % stride === 0 || point === best || index === points.length - 1);
}
