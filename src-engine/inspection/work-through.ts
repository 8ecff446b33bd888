// Works one byte of a text through the equations, and keeps every number: so that a student can check an implementation against it.
import type { WorkedExample } from '../protocol/inspection';
import type { NetworkLens } from './network-lens';

/** E_t of the byte at t, from its prediction; the greatest logit taken out so that nothing overflows. */
function lossOf(logits: Float32Array, target: number): number {
  const greatest = logits.reduce((most, value) => Math.max(most, value), -Infinity);
  const sum = logits.reduce((total, value) => total + Math.exp(value - greatest), 0);
  return Math.log(sum) + greatest - (logits[target] ?? NaN);
}

/** The lens has read a text with a byte after t; the error flows back through at most k applications of Whh. */
export function workThrough(lens: NetworkLens, t: number, truncation: number): WorkedExample {
  const { hiddenSize, bytes } = lens;
  const first = Math.max(0, t - truncation);
  const terms = t - first + 1;
  const target = bytes[t + 1] ?? 0;
  const throughWho = new Float32Array(hiddenSize);
  const error = lens.errorAt(t, terms - 1, throughWho).slice();
  for (let row = terms - 1; row > 0; row--) lens.flowBack(row, row - 1, [first + row - 1]);
  const states = new Float32Array((terms + 1) * hiddenSize);
  const deltas = new Float32Array(terms * hiddenSize);
  for (let row = 0; row <= terms; row++) states.set(lens.state(first - 1 + row), row * hiddenSize);
  for (let row = 0; row < terms; row++) deltas.set(lens.delta(row), row * hiddenSize);
  const logits = lens.logits(t).slice();
  const { Wxh: dWxh, Whh: dWhh, Who: dWho } = lens.gradients(first, t, terms - 1);
  return {
    hiddenSize,
    position: t,
    bytes: bytes.slice(first, t + 1),
    target,
    states,
    ...lens.beforeTanh(t),
    logits,
    prediction: lens.prediction(t).slice(),
    error,
    throughWho,
    deltas,
    lossNats: lossOf(logits, target),
    dWxh,
    dWhh,
    dWho,
  };
}
