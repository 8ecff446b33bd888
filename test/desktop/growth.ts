// Tells what grows from what comes and goes.

export type Timed = [minute: number, value: number];

/** What is left where the garbage is gone, and what is usual. */
export type Kind = 'least' | 'middle';

const MINUTES_OF_A_PART = 5;

function standFor(part: Timed[], kind: Kind): Timed {
  const sorted = part.toSorted(([, one], [, other]) => one - other);
  return sorted[kind === 'least' ? 0 : Math.floor(sorted.length / 2)]!;
}

/** One for every whole five minutes; a begun part may have had no collection yet. */
export function ofEachPart(points: Timed[], kind: Kind): Timed[] {
  const parts = new Map<number, Timed[]>();
  for (const point of points) {
    const part = Math.floor(point[0] / MINUTES_OF_A_PART);
    parts.set(part, [...(parts.get(part) ?? []), point]);
  }
  const stands = [...parts.values()].map((part) => standFor(part, kind));
  return stands.slice(0, stands.length > 2 ? -1 : undefined);
}

/** An hour's growth: the middle of the slopes between any two of the points, so that no single one decides. */
export function growthAnHour(points: Timed[]): number {
  const slopes = points.flatMap(([minute, value], index) =>
    points.slice(index + 1).map(([later, then]) => (60 * (then - value)) / (later - minute)),
  );
  return slopes.sort((one, other) => one - other)[Math.floor(slopes.length / 2)] ?? 0;
}
