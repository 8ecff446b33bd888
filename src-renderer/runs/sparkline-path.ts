// Draws a run's losses as the path of a small line.

/** An SVG path inside width × height; empty for fewer than two losses. */
export function sparklinePath(losses: number[], width: number, height: number): string {
  const finite = losses.filter((loss) => Number.isFinite(loss));
  if (finite.length < 2) return '';
  const least = Math.min(...finite);
  const range = Math.max(...finite) - least;
  const points = finite.map((loss, index) => {
    const x = (index / (finite.length - 1)) * width;
    const y = range === 0 ? height / 2 : (1 - (loss - least) / range) * height;
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  return `M${points.join(' L')}`;
}
