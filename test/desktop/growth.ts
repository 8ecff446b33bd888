// Tells what grows from what comes and goes.

/** The least of every whole five minutes: what stays when the garbage is gone. A begun part may have had no collection yet. */
function leastOfEach(points: [minute: number, value: number][], minutes = 5): [number, number][] {
  const least = new Map<number, [number, number]>();
  for (const point of points) {
    const part = Math.floor(point[0] / minutes);
    const sofar = least.get(part);
    if (!sofar || point[1] < sofar[1]) least.set(part, point);
  }
  return [...least.values()].slice(0, least.size > 2 ? -1 : undefined);
}

/** An hour's growth of what stays: the middle of the slopes between any two of its points, so that no single one decides. */
export function growthAnHour(points: [minute: number, value: number][]): number {
  const least = leastOfEach(points);
  const slopes = least.flatMap(([minute, value], index) =>
    least.slice(index + 1).map(([later, then]) => (60 * (then - value)) / (later - minute)),
  );
  return slopes.sort((one, other) => one - other)[Math.floor(slopes.length / 2)] ?? 0;
}
