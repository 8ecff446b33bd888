// Picks single numbers and sums out of a worked example, and writes all of it for another program.
import type { WorkedExample } from '../../../src-engine/protocol/inspection';

/** Seven digits, as many as an f32 has, in the form every program reads. */
export const exactly = (value: number): string => String(Number(value.toPrecision(7)));

/** One term of the sum over i = t … t-k: what it adds to dWhh[from, to] and to dWxh[x_i, to]. */
export interface Term {
  i: number;
  byte: number;
  /** s_{i-1}[from]. */
  previous: number;
  /** δ_i[to]. */
  delta: number;
  product: number;
  /** Of the products so far, t first. */
  sum: number;
  /** ‖δ_i‖ over all units. */
  deltaNorm: number;
}

/** From i = t down to t-k, as the error flows. */
export function termsOf(
  { hiddenSize, bytes, states, deltas, position }: WorkedExample,
  from: number,
  to: number,
): Term[] {
  const first = position - bytes.length + 1;
  let sum = 0;
  return Array.from({ length: bytes.length }, (_, steps) => {
    const row = bytes.length - 1 - steps;
    const previous = states[row * hiddenSize + from] ?? 0;
    const delta = deltas[row * hiddenSize + to] ?? 0;
    const product = previous * delta;
    sum += product;
    const deltaNorm = Math.hypot(...deltas.subarray(row * hiddenSize, (row + 1) * hiddenSize));
    return { i: first + row, byte: bytes[row] ?? 0, previous, delta, product, sum, deltaNorm };
  });
}

/** The bytes that matter most to the softmax: the most likely, and the one that came. */
export function bytesToShow({ prediction, target }: WorkedExample, count: number): number[] {
  const ranked = Array.from(prediction.keys()).sort((a, b) => (prediction[b] ?? 0) - (prediction[a] ?? 0) || a - b);
  const shown = ranked.slice(0, count);
  return shown.includes(target) ? shown : [...shown, target];
}

function rowsOf(values: Float32Array, columns: number): string[][] {
  return Array.from({ length: values.length / columns }, (_, row) =>
    Array.from(values.subarray(row * columns, (row + 1) * columns), (value) => exactly(value)),
  );
}

/** Every tensor by its name, as rows of written numbers. */
function tensorsOf(example: WorkedExample): Record<string, string[][]> {
  const { hiddenSize: H } = example;
  return {
    s: rowsOf(example.states, H),
    fromByte: rowsOf(example.fromByte, H),
    fromState: rowsOf(example.fromState, H),
    o: rowsOf(example.logits, 256),
    p: rowsOf(example.prediction, 256),
    error: rowsOf(example.error, 256),
    throughWho: rowsOf(example.throughWho, H),
    delta: rowsOf(example.deltas, H),
    dWxh: rowsOf(example.dWxh, H),
    dWhh: rowsOf(example.dWhh, H),
    dWho: rowsOf(example.dWho, 256),
  };
}

/** JSON knows no infinity: the logit of a byte outside of the alphabet. */
const inJson = (written: string): string => (written.endsWith('Infinity') ? 'null' : written);

/** s holds s_{t-k-1} … s_t and delta δ_{t-k} … δ_t, a row each; x the bytes x_{t-k} … x_t. */
export function exampleAsJson(example: WorkedExample): string {
  const tensors = Object.entries(tensorsOf(example)).map(([name, rows]) => {
    const written = rows.map((row) => `[${row.map(inJson).join(',')}]`);
    return `  "${name}": [${written.join(',\n    ')}]`;
  });
  const facts = [
    `  "t": ${example.position}`,
    `  "x": [${Array.from(example.bytes).join(',')}]`,
    `  "target": ${example.target}`,
    `  "E": ${inJson(exactly(example.lossNats))}`,
  ];
  return `{\n${[...facts, ...tensors].join(',\n')}\n}\n`;
}

/** A line a number: its tensor, row and column. */
export function exampleAsCsv(example: WorkedExample): string {
  const lines = Object.entries(tensorsOf(example)).flatMap(([name, rows]) =>
    rows.flatMap((row, index) => row.map((value, column) => `${name},${index},${column},${value}`)),
  );
  return `tensor,row,column,value\nE,0,0,${exactly(example.lossNats)}\n${lines.join('\n')}\n`;
}
