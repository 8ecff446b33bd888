// Softmax and cross-entropy over the 256 byte values; the greatest logit is subtracted first, so nothing overflows.
import { exp, greatestLane, log, sumLanes } from './maths';

const ROW_BYTES: usize = 1024;

/** The greatest of 256 logits; a NaN among them may be passed over, the sum of the exponentials then is NaN. */
@inline
function greatestLogit(o: usize): f32 {
  let g0 = v128.load(o), g1 = v128.load(o, 16), g2 = v128.load(o, 32), g3 = v128.load(o, 48);
  for (const end = o + ROW_BYTES; (o += 64) < end;) {
    g0 = f32x4.pmax(g0, v128.load(o)), g1 = f32x4.pmax(g1, v128.load(o, 16));
    g2 = f32x4.pmax(g2, v128.load(o, 32)), g3 = f32x4.pmax(g3, v128.load(o, 48));
  }
  return greatestLane(f32x4.pmax(f32x4.pmax(g0, g1), f32x4.pmax(g2, g3)));
}

/** p = e^((o - greatest)·factor), returns Σp   o and p (256), may be one */
@inline
function exponentials(p: usize, o: usize, greatest: f32, factor: f32): f32 {
  const shift = f32x4.splat(greatest);
  const factors = f32x4.splat(factor);
  let even = f32x4.splat(0), odd = f32x4.splat(0);
  for (const end = o + ROW_BYTES; o < end; o += 32, p += 32) {
    const e0 = exp(f32x4.mul(f32x4.sub(v128.load(o), shift), factors));
    const e1 = exp(f32x4.mul(f32x4.sub(v128.load(o, 16), shift), factors));
    v128.store(p, e0), v128.store(p, e1, 16);
    even = f32x4.add(even, e0), odd = f32x4.add(odd, e1);
  }
  return sumLanes(f32x4.add(even, odd));
}

/** E = -ln p[target] in nats to `loss`, returns Σe^(o - greatest)   o (256) becomes e^(o - greatest) */
@inline
function crossEntropyOfRow(o: usize, target: u8, loss: usize): f32 {
  const greatest = greatestLogit(o);
  const logit = load<f32>(o + (<usize>target << 2));
  const sum = exponentials(o, o, greatest, 1);
  store<f64>(loss, log(<f64>sum) - (<f64>logit - <f64>greatest));
  return sum;
}

/** E[r] = -ln p[y[r]] in nats   o (rows,256) becomes e^(o - greatest), y (rows) bytes, losses (rows) f64 */
export function crossEntropy(o: usize, y: usize, losses: usize, rows: i32): void {
  for (let r = 0; r < rows; r++, o += ROW_BYTES, losses += 8) crossEntropyOfRow(o, load<u8>(y + r), losses);
}

/** The same, and its backward: o becomes (p - y)·scale, the gradient of scale·Σ E[r]   o (rows,256), y (rows), losses (rows) f64 */
export function crossEntropyBackward(o: usize, y: usize, losses: usize, rows: i32, scale: f32): void {
  for (let r = 0; r < rows; r++, o += ROW_BYTES, losses += 8) {
    const byte = load<u8>(y + r);
    const factor = f32x4.splat(scale / crossEntropyOfRow(o, byte, losses));
    for (let at = o; at < o + ROW_BYTES; at += 32) {
      v128.store(at, f32x4.mul(v128.load(at), factor)), v128.store(at, f32x4.mul(v128.load(at, 16), factor), 16);
    }
    const target = o + (<usize>byte << 2);
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
