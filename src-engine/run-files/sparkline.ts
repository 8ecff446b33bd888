// Keeps a run's losses as the few that a row in the list shows, however many there have been.

export interface Sparkline {
  add(loss: number): void;
  /** Oldest first. */
  values(): number[];
}

/** At most `most` means of equally many losses; `begun` are those of before, each standing for `perValue`. */
export function createSparkline(most: number, begun: number[], perValue: number): Sparkline {
  let sums = begun.map((loss) => ({ sum: loss * perValue, count: perValue }));
  let each = perValue;
  const halve = () => {
    const pairs = Array.from({ length: Math.ceil(sums.length / 2) }, (_, index) =>
      sums.slice(2 * index, 2 * index + 2),
    );
    sums = pairs.map((pair) => pair.reduce((a, b) => ({ sum: a.sum + b.sum, count: a.count + b.count })));
    each *= 2;
  };
  return {
    add(loss) {
      const last = sums.at(-1);
      if (last && last.count < each) Object.assign(last, { sum: last.sum + loss, count: last.count + 1 });
      else sums.push({ sum: loss, count: 1 });
      if (sums.length > most) halve();
    },
    values: () => sums.map(({ sum, count }) => sum / count),
  };
}
