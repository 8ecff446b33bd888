// What is told of a scored text: bits per byte, perplexity, the curve, and where the network was surprised most.
import type { EngineEvent } from '../../src-engine/protocol/messages';

export interface Score {
  bytes: Uint8Array;
  encoding: string;
  /** What the network gave each byte; NaN at the first. */
  probabilities: Float32Array;
  bits: Float32Array;
  /** Of the whole text, of which `bytes` may be only the beginning. */
  textBytes: number;
  update: number | null;
  bitsPerByte: number;
  /** 2 to the power of that: as unsure as among so many equally likely bytes. */
  perplexity: number;
}

export interface Surprise {
  at: number;
  bits: number;
}

const MOST_SURPRISES = 10;
/** The most surprising places are at least so far apart: else one strange word would be all of them. */
const APART_BYTES = 16;
const CURVE_POINTS = 600;

export function scoreOf({ bytes, bits, encoding, textBytes, update }: Extract<EngineEvent, { kind: 'scored' }>): Score {
  let sum = 0;
  for (let at = 1; at < bits.length; at++) sum += bits[at] ?? 0;
  const bitsPerByte = sum / Math.max(1, bits.length - 1);
  const probabilities = bits.map((surprise) => 2 ** -surprise);
  return { bytes, bits, encoding, textBytes, update, probabilities, bitsPerByte, perplexity: 2 ** bitsPerByte };
}

/** The ten most surprising places, none close to a more surprising one; the most surprising first. */
export function mostSurprising({ bits }: Pick<Score, 'bits'>): Surprise[] {
  const all = Array.from(bits, (surprise, at) => ({ at, bits: surprise })).filter((each) => !Number.isNaN(each.bits));
  all.sort((a, b) => b.bits - a.bits || a.at - b.at);
  const found: Surprise[] = [];
  for (const each of all) {
    if (found.length === MOST_SURPRISES) break;
    if (found.every(({ at }) => Math.abs(at - each.at) >= APART_BYTES)) found.push(each);
  }
  return found;
}

/** The mean surprise of equal stretches: at most 600 points, each in the middle of its stretch. */
export function surpriseCurve({ bits }: Pick<Score, 'bits'>): { x: number; y: number }[] {
  const stretch = Math.max(1, Math.ceil((bits.length - 1) / CURVE_POINTS));
  const points: { x: number; y: number }[] = [];
  for (let from = 1; from < bits.length; from += stretch) {
    const end = Math.min(bits.length, from + stretch);
    let sum = 0;
    for (let at = from; at < end; at++) sum += bits[at] ?? 0;
    points.push({ x: (from + end - 1) / 2, y: sum / (end - from) });
  }
  return points;
}
