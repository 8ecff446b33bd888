// Says how much a searched setting mattered: how closely the result follows it over all candidates, whatever the shape of that.

export interface Tried {
  value: number | string;
  /** Bits/byte; all after equally long training. */
  result: number;
}

const LEAST_TRIED = 4;

/** Ranks from 1; equals share the mean of theirs. */
function ranks(values: number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1);
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const squares = (values: number[], around: number): number =>
  values.reduce((sum, value) => sum + (value - around) ** 2, 0);

/** How much of the results' spread lies between the groups, 0 to 1. */
function betweenGroups(groups: (number | string)[], results: number[]): number {
  const centre = mean(results);
  const total = squares(results, centre);
  if (total === 0) return 0;
  const within = [...new Set(groups)].reduce<number>((sum, group) => {
    const members = results.filter((_, index) => groups[index] === group);
    return sum + squares(members, mean(members));
  }, 0);
  return 1 - within / total;
}

/** Spearman's: how closely one ranking follows the other, 0 to 1, rising or falling. */
function rankCorrelation(a: number[], b: number[]): number {
  const [x, y] = [ranks(a), ranks(b)];
  const [meanX, meanY] = [mean(x), mean(y)];
  const product = x.reduce((sum, value, index) => sum + (value - meanX) * ((y[index] ?? 0) - meanY), 0);
  const scale = Math.sqrt(squares(x, meanX) * squares(y, meanY));
  return scale === 0 ? 0 : Math.abs(product / scale);
}

/** 0 to 1; null where too few were tried to say. */
export function importance(tried: Tried[]): number | null {
  if (tried.length < LEAST_TRIED) return null;
  const results = tried.map(({ result }) => result);
  const values = tried.map(({ value }) => value);
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length < values.length) return Math.sqrt(betweenGroups(values, ranks(results)));
  return rankCorrelation(numbers, results);
}

export function importanceWord(amount: number | null): string {
  if (amount === null) return '';
  if (amount >= 0.7) return 'high importance';
  return amount >= 0.4 ? 'some importance' : 'low importance';
}
