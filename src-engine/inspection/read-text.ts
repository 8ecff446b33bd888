// Reads a text with a network and says what went on inside it: activations, expectations, scores, saturation, gradient flow.
import { TEXT_FEATURES, type Reading, type TextFeature } from '../protocol/inspection';
import { gradientFlow } from './gradient-flow';
import type { NetworkLens } from './network-lens';
import { textFeatures } from './text-features';
import { correlations } from './unit-scores';

/** Bytes named under each character. */
export const TOP_BYTES = 5;
/** Beyond this |s| a tanh lets less than a tenth of an error pass: 1 - 0.95² = 0.0975. */
const SATURATED_FROM = 0.95;

/** The most likely bytes by falling probability, equals by value   p (256) */
export function topBytesOf(p: Float32Array, count: number): number[] {
  const best: number[] = [];
  for (const [byte, probability] of p.entries()) {
    let place = best.length;
    while (place > 0 && probability > (p[best[place - 1] ?? 0] ?? 0)) place -= 1;
    if (place >= count) continue;
    best.splice(place, 0, byte);
    if (best.length > count) best.pop();
  }
  return best;
}

/** The share of the text over which each unit is saturated   s (n,H) → (H) */
export function saturation(s: Float32Array, hiddenSize: number): Float32Array {
  const counts = new Float32Array(hiddenSize);
  for (const [index, value] of s.entries()) {
    if (Math.abs(value) > SATURATED_FROM) counts[index % hiddenSize] = (counts[index % hiddenSize] ?? 0) + 1;
  }
  const bytes = s.length / hiddenSize;
  return counts.map((count) => count / bytes);
}

/** The lens has its network loaded; `flowSteps` is how far back errors are followed. */
export function readText(lens: NetworkLens, text: Uint8Array, flowSteps: number): Reading {
  lens.read(text);
  const { hiddenSize, bytes } = lens;
  const activations = new Float32Array(bytes.length * hiddenSize);
  const topBytes = new Uint8Array(bytes.length * TOP_BYTES);
  const probabilities = new Float32Array(bytes.length * TOP_BYTES);
  for (let t = 0; t < bytes.length; t++) {
    activations.set(lens.state(t), t * hiddenSize);
    const p = lens.prediction(t);
    const best = topBytesOf(p, TOP_BYTES);
    topBytes.set(best, t * TOP_BYTES);
    probabilities.set(
      best.map((byte) => p[byte] ?? 0),
      t * TOP_BYTES,
    );
  }
  const features = textFeatures(bytes);
  const scores = Object.fromEntries(
    TEXT_FEATURES.map((feature) => [feature, correlations(features[feature], activations, hiddenSize)]),
  ) as Record<TextFeature, Float32Array | null>;
  return {
    hiddenSize,
    bytes,
    activations,
    topBytes,
    probabilities,
    scores,
    saturated: saturation(activations, hiddenSize),
    flow: gradientFlow(lens, flowSteps),
  };
}
