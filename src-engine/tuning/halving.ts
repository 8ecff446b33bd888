// Successive halving: all candidates train a little, the better half continues, until two are left; then the better one is the best.

export interface Round {
  candidates: number;
  /** Training time that each of them has had at the round's end. */
  untilMs: number;
}

/** Rounds that cost equally much and together the budget. `candidates` is 2 or more. */
export function planRounds(candidates: number, budgetMs: number): Round[] {
  const sizes: number[] = [];
  for (let left = candidates; left >= 2; left = Math.ceil(left / 2)) {
    sizes.push(left);
    if (left === 2) break;
  }
  let untilMs = 0;
  return sizes.map((size) => {
    untilMs += budgetMs / sizes.length / size;
    return { candidates: size, untilMs };
  });
}

export interface Result {
  number: number;
  /** Null where it could not be trained. */
  bitsPerByte: number | null;
}

/** The best `keep` of them, best first; of equals the earlier, and never one that could not be trained. */
export function survivors<R extends Result>(results: readonly R[], keep: number): R[] {
  const worth = ({ bitsPerByte }: Result) => bitsPerByte ?? Infinity;
  return results
    .filter(({ bitsPerByte }) => bitsPerByte !== null)
    .toSorted((a, b) => worth(a) - worth(b) || a.number - b.number)
    .slice(0, keep);
}
