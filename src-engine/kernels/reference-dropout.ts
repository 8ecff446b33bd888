// Which units dropout leaves out, written to be read: what the kernels' draws are tested against.

const MODULUS = 2n ** 32n;
/** 2³² over the golden ratio. */
const APART = 0x9e3779b9n;

/** splitmix32: well mixed bits from any counter, 0 … 2³²-1 */
function mixed(counter: bigint): bigint {
  let z = counter % MODULUS;
  z = ((z ^ (z >> 16n)) * 0x21f0aaadn) % MODULUS;
  z = ((z ^ (z >> 15n)) * 0x735a2d97n) % MODULUS;
  return z ^ (z >> 15n);
}

/** A whole number of 0 … 2²⁴-1 for each update (by its key), row of the update (step·B + lane) and unit. */
export function dropoutDraw(key: number, row: number, unit: number): number {
  const ofRow = mixed(BigInt(key) + BigInt(row) * APART);
  return Number(mixed(ofRow + BigInt(unit) * APART) >> 8n);
}

/** m (H): 0 for the units that are left out, else 1/(1 - dropout), so that the mean stays */
export function dropoutMask(key: number, row: number, hiddenSize: number, dropout: number): Float64Array {
  const threshold = Math.round(dropout * 2 ** 24);
  return Float64Array.from({ length: hiddenSize }, (_, unit) =>
    dropoutDraw(key, row, unit) < threshold ? 0 : 2 ** 24 / (2 ** 24 - threshold),
  );
}
