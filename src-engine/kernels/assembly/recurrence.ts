// Whole stretches of the recurrence in one call: a network of one lane takes longer to call its kernels than to compute.
import { tanhBackwardInPlace, tanhInPlace } from './maths';
import { product } from './product';
import { gatherRows } from './rows';

/**
 * s_t = tanh(Wxh[x_t] + s_{t-1}·Whh) for `steps` steps of `rows` of the lanes   s (steps,lanes,width) from its first row, the one
 * before it lanes rows earlier; w (256,width), x (steps,lanes) bytes; width a multiple of 8; `scratch` as for `product`
 */
export function recur(
  s: usize, w: usize, x: usize, Whh: usize, rows: i32, lanes: i32, steps: i32, width: i32, scratch: usize,
): void {
  const rowBytes = (<usize>width) << 2;
  const stepBytes = <usize>lanes * rowBytes;
  for (let step = 0; step < steps; step++, s += stepBytes, x += lanes) {
    gatherRows(s, rowBytes, w, x, rows, width);
    product(s, rowBytes, s - stepBytes, rowBytes, Whh, rows, width, width, true, scratch);
    tanhInPlace(s, rows * width);
  }
}

/**
 * d_t = (d_t + d_{t+1}·Whhᵀ) ∘ (1 - s_t∘s_t) for `steps` steps back from the given one, of `rows` of the lanes
 * d and s (…,lanes,width) at the last step's rows; d_{t+1}, lanes rows later, joins the first only where there is a later step
 */
export function recurBackward(
  d: usize, s: usize, WhhTransposed: usize, rows: i32, lanes: i32, steps: i32, width: i32, hasLater: bool, scratch: usize,
): void {
  const rowBytes = (<usize>width) << 2;
  const stepBytes = <usize>lanes * rowBytes;
  for (let step = 0; step < steps; step++, d -= stepBytes, s -= stepBytes) {
    if (step > 0 || hasLater) {
      product(d, rowBytes, d + stepBytes, rowBytes, WhhTransposed, rows, width, width, true, scratch);
    }
    tanhBackwardInPlace(d, s, rows * width);
  }
}

/**
 * s = tanh(Wxh[x] + before·Whh), o = s·Who   one row: s and before (width), w (256,width), x one byte, o (outputs), 0 where o is not
 * asked for; Whh and Who in panels; width and outputs multiples of 8; `scratch` as for `product`
 */
export function readByte(
  s: usize, before: usize, w: usize, x: usize, Whh: usize, o: usize, Who: usize, width: i32, outputs: i32, scratch: usize,
): void {
  const rowBytes = (<usize>width) << 2;
  gatherRows(s, rowBytes, w, x, 1, width);
  product(s, rowBytes, before, rowBytes, Whh, 1, width, width, true, scratch);
  tanhInPlace(s, width);
  if (outputs > 0) product(o, (<usize>outputs) << 2, s, rowBytes, Who, 1, width, outputs, false, scratch);
}
