// Finds out how many of the threads help: at a small network more of them only wait for one another. No result depends on it.

export interface HelpingThreads {
  /** How many should do the next order. */
  choose(): number;
  /** What an update took of an order that so many did. */
  took(threads: number, updateMs: number): void;
}

/** Orders that each number of threads does before one is preferred; of them the fastest counts, since others use the computer too. */
const TRIES = 3;
/** Once in so many orders another number is tried again: the computer may have become idle or busy. */
const ORDERS_A_TRY = 50;

/** Half as many each time, down to one. */
function candidatesUpTo(most: number): number[] {
  return most <= 1 ? [1] : [most, ...candidatesUpTo(Math.floor(most / 2))];
}

export function findHelping(most: number): HelpingThreads {
  const candidates = candidatesUpTo(most).map((threads) => ({ threads, recentMs: [] as number[] }));
  const fastest = ({ recentMs }: { recentMs: number[] }) => Math.min(...recentMs);
  let orders = 0;
  return {
    choose() {
      orders += 1;
      const untried = candidates.find(({ recentMs }) => recentMs.length < TRIES);
      if (untried) return untried.threads;
      const again = orders % ORDERS_A_TRY === 0 ? candidates[(orders / ORDERS_A_TRY) % candidates.length] : undefined;
      const best = candidates.reduce((least, each) => (fastest(each) < fastest(least) ? each : least));
      return (again ?? best).threads;
    },
    took(threads, updateMs) {
      const candidate = candidates.find((each) => each.threads === threads);
      if (candidate) candidate.recentMs = [...candidate.recentMs, updateMs].slice(-TRIES);
    },
  };
}
