// Tells what grows from what comes and goes.

/** The least of every five minutes: what stays when the garbage is gone. */
function leastOfEach(points: [minute: number, value: number][], minutes = 5): [number, number][] {
  const least = new Map<number, [number, number]>();
  for (const point of points) {
    const part = Math.floor(point[0] / minutes);
    const sofar = least.get(part);
    if (!sofar || point[1] < sofar[1]) least.set(part, point);
  }
  return [...least.values()];
}

/** An hour's growth of what stays: the middle of the slopes between any two of its points, so that no single one decides. */
export function growthAnHour(points: [minute: number, value: number][]): number {
  const least = leastOfEach(points);
  const slopes = least.flatMap(([minute, value], index) =>
    least.slice(index + 1).map(([later, then]) => (60 * (then - value)) / (later - minute)),
  );
  return slopes.sort((one, other) => one - other)[Math.floor(slopes.length / 2)] ?? 0;
}
