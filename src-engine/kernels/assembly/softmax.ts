// Softmax and cross-entropy over a row of logits; the greatest is subtracted first, so nothing overflows.
//
//   a row: outputs logits, then padding up to a multiple of 8 columns, which takes no part: its logits become -∞, its p 0
import { exp, greatestLane, log, sumLanes } from './maths';

@inline
function padRow(o: usize, outputs: i32, columns: i32): void {
  for (let at = outputs; at < columns; at++) store<f32>(o + (<usize>at << 2), -Infinity);
}

/** The greatest of a row's logits; a NaN among them may be passed over, the sum of the exponentials then is NaN. */
@inline
function greatestLogit(o: usize, rowBytes: usize): f32 {
  let even = v128.load(o), odd = v128.load(o, 16);
  for (const end = o + rowBytes; (o += 32) < end;) {
    even = f32x4.pmax(even, v128.load(o)), odd = f32x4.pmax(odd, v128.load(o, 16));
  }
  return greatestLane(f32x4.pmax(even, odd));
}

/** p = e^((o - greatest)·factor), returns Σp   o and p one row, may be the same */
@inline
function exponentials(p: usize, o: usize, rowBytes: usize, greatest: f32, factor: f32): f32 {
  const shift = f32x4.splat(greatest);
  const factors = f32x4.splat(factor);
  let even = f32x4.splat(0), odd = f32x4.splat(0);
  for (const end = o + rowBytes; o < end; o += 32, p += 32) {
    const e0 = exp(f32x4.mul(f32x4.sub(v128.load(o), shift), factors));
    const e1 = exp(f32x4.mul(f32x4.sub(v128.load(o, 16), shift), factors));
    v128.store(p, e0), v128.store(p, e1, 16);
    even = f32x4.add(even, e0), odd = f32x4.add(odd, e1);
  }
  return sumLanes(f32x4.add(even, odd));
}

@inline
function scaleRow(p: usize, rowBytes: usize, factor: f32): void {
  const factors = f32x4.splat(factor);
  for (const end = p + rowBytes; p < end; p += 32) {
    v128.store(p, f32x4.mul(v128.load(p), factors)), v128.store(p, f32x4.mul(v128.load(p, 16), factors), 16);
  }
}

/** E = -ln p[target] in nats to `loss`, returns Σe^(o - greatest)   o, one row, becomes e^(o - greatest) */
@inline
function crossEntropyOfRow(o: usize, target: u8, loss: usize, outputs: i32, columns: i32): f32 {
  const rowBytes = (<usize>columns) << 2;
  padRow(o, outputs, columns);
  const greatest = greatestLogit(o, rowBytes);
  const logit = load<f32>(o + (<usize>target << 2));
  const sum = exponentials(o, o, rowBytes, greatest, 1);
  store<f64>(loss, log(<f64>sum) - (<f64>logit - <f64>greatest));
  return sum;
}

/**
 * E[r] = -ln p[columnOf[y[r]]] in nats
 * o (rows,columns) becomes e^(o - greatest), y (rows) bytes, columnOf (256) the column of each byte, losses (rows) f64
 */
export function crossEntropy(
  o: usize, y: usize, columnOf: usize, losses: usize, rows: i32, outputs: i32, columns: i32,
): void {
  for (let r = 0; r < rows; r++, o += <usize>columns << 2, losses += 8) {
    crossEntropyOfRow(o, load<u8>(columnOf + load<u8>(y + r)), losses, outputs, columns);
  }
}

/** The same, and its backward: o becomes (p - y)·scale, the gradient of scale·Σ E[r] */
export function crossEntropyBackward(
  o: usize, y: usize, columnOf: usize, losses: usize, rows: i32, outputs: i32, columns: i32, scale: f32,
): void {
  for (let r = 0; r < rows; r++, o += <usize>columns << 2, losses += 8) {
    const column = load<u8>(columnOf + load<u8>(y + r));
    const sum = crossEntropyOfRow(o, column, losses, outputs, columns);
    scaleRow(o, <usize>columns << 2, scale / sum);
    const target = o + (<usize>column << 2);
    store<f32>(target, load<f32>(target) - scale);
  }
}

/** p = softmax(o / temperature)   o and p (256), temperature > 0 */
export function softmax(p: usize, o: usize, temperature: f32): void {
  const sum = exponentials(p, o, 1024, greatestLogit(o, 1024), 1 / temperature);
  scaleRow(p, 1024, 1 / sum);
}
