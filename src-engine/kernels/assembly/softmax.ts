// Softmax and cross-entropy over the 256 byte values; the greatest logit is subtracted first, so nothing overflows.
import { exp, greatestLane, log, sumLanes } from './maths';

const ROW_BYTES: usize = 1024;

/** The greatest of 256 logits; a NaN among them may be passed over, the sum of the exponentials then is NaN. */
@inline
function greatestLogit(o: usize): f32 {
  let greatest = v128.load(o);
  for (let at: usize = 16; at < ROW_BYTES; at += 16) greatest = f32x4.pmax(greatest, v128.load(o + at));
  return greatestLane(greatest);
}

/** p = e^((o - greatest)·factor), returns Σp   o and p (256), may be one */
@inline
function exponentials(p: usize, o: usize, greatest: f32, factor: f32): f32 {
  const shift = f32x4.splat(greatest);
  const factors = f32x4.splat(factor);
  let sum = f32x4.splat(0);
  for (let at: usize = 0; at < ROW_BYTES; at += 16) {
    const e = exp(f32x4.mul(f32x4.sub(v128.load(o + at), shift), factors));
    v128.store(p + at, e);
    sum = f32x4.add(sum, e);
  }
  return sumLanes(sum);
}

/** E[r] = -ln p[y[r]] in nats   o (rows,256) becomes e^(o - greatest), y (rows) bytes, losses (rows) f64 */
export function crossEntropy(o: usize, y: usize, losses: usize, rows: i32): void {
  for (let r = 0; r < rows; r++, o += ROW_BYTES, losses += 8) {
    const greatest = greatestLogit(o);
    const target = load<f32>(o + (<usize>load<u8>(y + r) << 2));
    const sum = exponentials(o, o, greatest, 1);
    store<f64>(losses, log(<f64>sum) - (<f64>target - <f64>greatest));
  }
}

/** The same, and its backward: o becomes (p - y)·scale, the gradient of scale·Σ E[r]   o (rows,256), y (rows), losses (rows) f64 */
export function crossEntropyBackward(o: usize, y: usize, losses: usize, rows: i32, scale: f32): void {
  for (let r = 0; r < rows; r++, o += ROW_BYTES) {
    crossEntropy(o, y + r, losses + (<usize>r << 3), 1);
    let sum = f32x4.splat(0);
    for (let at: usize = 0; at < ROW_BYTES; at += 16) sum = f32x4.add(sum, v128.load(o + at));
    const factor = f32x4.splat(scale / sumLanes(sum));
    for (let at: usize = 0; at < ROW_BYTES; at += 16) v128.store(o + at, f32x4.mul(v128.load(o + at), factor));
    const target = o + (<usize>load<u8>(y + r) << 2);
    store<f32>(target, load<f32>(target) - scale);
  }
}

/** p = softmax(o / temperature)   o and p (256), temperature > 0 */
export function softmax(p: usize, o: usize, temperature: f32): void {
  const greatest = greatestLogit(o);
  const sum = exponentials(p, o, greatest, 1 / temperature);
  const factor = f32x4.splat(1 / sum);
  for (let at: usize = 0; at < ROW_BYTES; at += 16) v128.store(p + at, f32x4.mul(v128.load(p + at), factor));
}
