// The network's equations in plain float64, written to be read: what the fast kernels are tested against.

/** V */
const BYTE_VALUES = 256;

/** Row-major: Wxh (V,H), Whh (H,H), Who (H,V); of weights, of gradients and of an optimiser's moments alike. */
export interface Network {
  hiddenSize: number;
  Wxh: Float64Array;
  Whh: Float64Array;
  Who: Float64Array;
}

/**
 * What a lane has read: states[i] is the state before bytes[i] and states[i+1] the one after it, as the forward pass
 * stored them. With i for a byte: x_i = bytes[i], s_i = states[i+1], s_{i-1} = states[i].
 */
export interface Walk {
  /** n+1 states, each (H). */
  states: Float64Array[];
  /** n bytes. */
  bytes: number[];
}

/** The element at an index, which has to exist: a wrong index fails where it is made. */
export function at<T>(array: ArrayLike<T>, index: number): T {
  const element = array[index];
  if (element === undefined) throw new RangeError(`There is no element ${index} of ${array.length}.`);
  return element;
}

/** a[index] += value */
function addAt(array: Float64Array, index: number, value: number): void {
  array[index] = at(array, index) + value;
}

export const zeroNetwork = (hiddenSize: number): Network => ({
  hiddenSize,
  Wxh: new Float64Array(BYTE_VALUES * hiddenSize),
  Whh: new Float64Array(hiddenSize * hiddenSize),
  Who: new Float64Array(hiddenSize * BYTE_VALUES),
});

/** v·M   v (rows), M (rows,columns) → (columns) */
function timesMatrix(v: Float64Array, M: Float64Array, columns: number): Float64Array {
  return new Float64Array(columns).map((_, column) =>
    v.reduce((sum, value, row) => sum + value * at(M, row * columns + column), 0),
  );
}

/** v·Mᵀ   v (columns), M (rows,columns) → (rows) */
function timesTransposed(v: Float64Array, M: Float64Array): Float64Array {
  const columns = v.length;
  return new Float64Array(M.length / columns).map((_, row) =>
    v.reduce((sum, value, column) => sum + value * at(M, row * columns + column), 0),
  );
}

/** M += aᵀ·b   a (rows), b (columns), M (rows,columns) */
function addOuter(M: Float64Array, a: Float64Array, b: Float64Array): void {
  for (let row = 0; row < a.length; row++) {
    for (let column = 0; column < b.length; column++) addAt(M, row * b.length + column, at(a, row) * at(b, column));
  }
}

/** v ∘ (1 - s∘s), through the derivative of s = tanh   v, s (H) → (H) */
const throughTanh = (v: Float64Array, s: Float64Array) => v.map((value, unit) => value * (1 - at(s, unit) ** 2));

/** s_t = tanh(x_t·Wxh + s_{t-1}·Whh)   x_t a byte, s_{t-1} (H) → s_t (H); x_t·Wxh is row x_t of Wxh */
export function nextState({ hiddenSize, Wxh, Whh }: Network, byte: number, previous: Float64Array): Float64Array {
  const recurrent = timesMatrix(previous, Whh, hiddenSize);
  return recurrent.map((value, unit) => Math.tanh(at(Wxh, byte * hiddenSize + unit) + value));
}

/** o_t = s_t·Who   s_t (H) → (V) */
const outputs = ({ Who }: Network, state: Float64Array) => timesMatrix(state, Who, BYTE_VALUES);

/** ln Σ exp(o), the greatest taken out so that nothing overflows   o (V) → scalar */
function logSumExp(o: Float64Array): number {
  const greatest = Math.max(...o);
  return greatest + Math.log(o.reduce((sum, value) => sum + Math.exp(value - greatest), 0));
}

/** p_t = softmax(s_t·Who)   s_t (H) → (V) */
export function prediction(network: Network, state: Float64Array): Float64Array {
  const o = outputs(network, state);
  const logSum = logSumExp(o);
  return o.map((value) => Math.exp(value - logSum));
}

/** What the output layer sees of a state under dropout: s∘m   s, m (H) → (H) */
const seenThrough = (state: Float64Array, mask?: Float64Array) =>
  mask ? state.map((value, unit) => value * at(mask, unit)) : state;

/** E_t = -ln p_t[x_{t+1}], in nats   s_t (H), x_{t+1}, m_t (H) under dropout → scalar */
export function lossNats(network: Network, state: Float64Array, target: number, mask?: Float64Array): number {
  const o = outputs(network, seenThrough(state, mask));
  return logSumExp(o) - at(o, target);
}

/** s_t for each of `bytes`, after what the lane remembers. */
export function walkOn(network: Network, remembered: Walk, bytes: ArrayLike<number>): Walk {
  const walk = { states: [...remembered.states], bytes: [...remembered.bytes] };
  for (const byte of Array.from(bytes)) {
    walk.states.push(nextState(network, byte, at(walk.states, walk.states.length - 1)));
    walk.bytes.push(byte);
  }
  return walk;
}

/**
 * The gradients of share·E_t, added to `gradients`; the error flows from t back through at most `truncation`
 * applications of Whh, k+1 terms, and no further than the walk goes:
 *
 *     dWho        += s_tᵀ·(p_t - y_t)
 *     δ_t          = ((p_t - y_t)·Whoᵀ) ∘ (1 - s_t∘s_t)
 *     δ_i          = (δ_{i+1}·Whhᵀ) ∘ (1 - s_i∘s_i)            for i = t-1 … t-k
 *     dWxh[x_i]   += δ_i                                         for i = t … t-k
 *     dWhh        += s_{i-1}ᵀ·δ_i                                for i = t … t-k
 *
 * Under dropout the output layer sees s_t∘m_t instead of s_t, and its error comes back through m_t.
 */
export function addGradients(
  gradients: Network,
  network: Network,
  walk: Walk,
  {
    t,
    target,
    truncation,
    share,
    mask,
  }: { t: number; target: number; truncation: number; share: number; mask?: Float64Array },
): void {
  const { hiddenSize, Whh, Who } = network;
  const s = (i: number) => at(walk.states, i + 1);
  const seen = seenThrough(s(t), mask);
  const error = prediction(network, seen).map((p, value) => share * (p - (value === target ? 1 : 0)));
  addOuter(gradients.Who, seen, error);
  let delta = throughTanh(seenThrough(timesTransposed(error, Who), mask), s(t));
  for (let i = t; i >= Math.max(0, t - truncation); i--) {
    if (i < t) delta = throughTanh(timesTransposed(delta, Whh), s(i));
    const row = at(walk.bytes, i) * hiddenSize;
    delta.forEach((value, unit) => addAt(gradients.Wxh, row + unit, value));
    addOuter(gradients.Whh, s(i - 1), delta);
  }
}
