// Makes a network wider without changing what it computes: each new unit repeats an old one, and what leaves an old one is shared out.
import { createRandom, nextUniform } from '../model/random';
import { BYTE_VALUES } from '../model/shape';
import type { Weights } from '../model/weights';

/** No share of a connection is smaller than this against the others, so that no copy begins without a say. */
const LEAST_PART = 0.5;

/** For each of `count` targets, how each new unit shares what its old one gives: the shares of one old unit add up to 1. */
function sharesOf(copyOf: Uint32Array, oldSize: number, count: number, draw: () => number): Float64Array {
  const parts = Float64Array.from({ length: copyOf.length * count }, () => LEAST_PART + draw());
  const sums = new Float64Array(oldSize * count);
  parts.forEach((part, at) => {
    const target = at % count;
    const old = copyOf[(at - target) / count] ?? 0;
    sums[old * count + target] = (sums[old * count + target] ?? 0) + part;
  });
  return parts.map((part, at) => {
    const target = at % count;
    return part / (sums[(copyOf[(at - target) / count] ?? 0) * count + target] ?? 1);
  });
}

/**
 * After Net2Net (Chen, Goodfellow and Shlens, 2016): unit j of the wider network is a copy of unit j mod H of the old one, with the same
 * Wxh and the same incoming Whh, so that its states are the same; the old unit's outgoing weights (Whh, Who) are shared among its copies, for
 * each target in other shares, drawn from the seed, so that the copies do not learn alike. H' is at least H; the new network's outputs
 * differ from the old one's by rounding only.
 */
export function widened({ hiddenSize: H, alphabet, Wxh, Whh, Who }: Weights, wider: number, seed: number): Weights {
  const random = createRandom(seed, 'widening');
  const draw = () => nextUniform(random);
  const copyOf = Uint32Array.from({ length: wider }, (_, unit) => unit % H);
  const recurrent = sharesOf(copyOf, H, wider, draw);
  const outgoing = sharesOf(copyOf, H, BYTE_VALUES, draw);
  const old = (unit: number) => copyOf[unit] ?? 0;
  return {
    hiddenSize: wider,
    alphabet,
    Wxh: Float32Array.from({ length: BYTE_VALUES * wider }, (_, at) => {
      const unit = at % wider;
      return Wxh[((at - unit) / wider) * H + old(unit)] ?? 0;
    }),
    Whh: recurrent.reduce(
      (into, share, at) => {
        const unit = at % wider;
        into[at] = share * (Whh[old((at - unit) / wider) * H + old(unit)] ?? 0);
        return into;
      },
      new Float32Array(wider * wider),
    ),
    Who: outgoing.reduce(
      (into, share, at) => {
        const value = at % BYTE_VALUES;
        into[at] = share * (Who[old((at - value) / BYTE_VALUES) * BYTE_VALUES + value] ?? 0);
        return into;
      },
      new Float32Array(wider * BYTE_VALUES),
    ),
  };
}
