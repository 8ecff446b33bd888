// Makes texts more or less likely: each byte on the way into one gets its share of the text's bias.
import type { SamplingOptions } from '../protocol/writing';
import type { TextEncoding } from './encoding';
import { bytesFromLine } from './line-bytes';

/** A wanted text: its bytes, and how many of its first bytes also end its first i + 1. */
interface Wanted {
  bytes: Uint8Array;
  borders: Uint32Array;
  bias: number;
  matched: number;
}

export interface Rather {
  push(byte: number): void;
  /** o = o + bias·j/m for each text of m bytes and every byte with which the text would end with its first j bytes, j the most; in place, f32. */
  apply(logits: Float32Array): void;
}

function after({ bytes, borders }: Wanted, matched: number, byte: number): number {
  let state = matched === bytes.length ? (borders[matched - 1] ?? 0) : matched;
  while (state > 0 && bytes[state] !== byte) state = borders[state - 1] ?? 0;
  return bytes[state] === byte ? state + 1 : state;
}

function wantedFrom(bytes: Uint8Array, bias: number): Wanted {
  const wanted = { bytes, borders: new Uint32Array(bytes.length), bias, matched: 0 };
  for (let index = 1; index < bytes.length; index++) {
    wanted.borders[index] = after(wanted, wanted.borders[index - 1] ?? 0, bytes[index] ?? 0);
  }
  return wanted;
}

/** Null where nothing is wanted otherwise. */
export function createRather({ rather }: Pick<SamplingOptions, 'rather'>, encoding: TextEncoding): Rather | null {
  const all = rather
    .filter(({ bias }) => bias !== 0)
    .map(({ text, bias }) => wantedFrom(bytesFromLine(text, encoding), bias))
    .filter(({ bytes }) => bytes.length > 0);
  if (all.length === 0) return null;
  return {
    push(byte) {
      for (const wanted of all) wanted.matched = after(wanted, wanted.matched, byte);
    },
    apply(logits) {
      for (const { bytes, borders, bias, matched } of all) {
        // Of what the text ends with, from the longest on: each may go on with one byte, which counts once.
        let state = matched === bytes.length ? (borders[matched - 1] ?? 0) : matched;
        for (const met: number[] = []; ; state = borders[state - 1] ?? 0) {
          const byte = bytes[state] ?? 0;
          if (!met.includes(byte)) logits[byte] = (logits[byte] ?? 0) + (bias * (state + 1)) / bytes.length;
          met.push(byte);
          if (state === 0) break;
        }
      }
    },
  };
}
