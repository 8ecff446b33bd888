// Repeats, biases and forbidden texts as docs/writing.md words them, without regard to speed; the sampler is compared with this.
import { createRandom, nextUint32, nextUniform } from '../../../src-engine/model/random';
import type { SamplingOptions } from '../../../src-engine/protocol/writing';

const endsWith = (text: number[], end: number[]) =>
  end.every((byte, index) => text[text.length - end.length + index] === byte);

/** What step 3 takes from each byte's logit. */
export function plainRepeatPenalty(
  text: number[],
  { repeatPenalty, repeatBase, repeatLength, repeatWindow }: SamplingOptions,
  breakers: number[],
): number[] {
  const free = text.length - 1 - text.findLastIndex((byte) => breakers.includes(byte));
  const taken = Array.from({ length: 256 }, () => 0);
  for (let d = 1; d <= Math.min(repeatWindow, text.length); d++) {
    let m = 0;
    while (m < free && m + d < text.length && text[text.length - 1 - m] === text[text.length - 1 - m - d]) m += 1;
    if (repeatPenalty === 0 || m < repeatLength) continue;
    let amount = repeatPenalty;
    for (let excess = 0; excess < Math.min(100, m - repeatLength); excess++) amount *= repeatBase;
    const byte = text[text.length - d]!;
    taken[byte] = Math.max(taken[byte]!, amount);
  }
  return taken;
}

/** What step 4 adds to a byte's logit, in the order of the texts. */
export function plainRather(text: number[], rather: { bytes: number[]; bias: number }[], byte: number): number[] {
  return rather.flatMap(({ bytes, bias }) => {
    for (let j = Math.min(bytes.length, text.length + 1); j > 0; j--) {
      if (endsWith([...text, byte], bytes.slice(0, j))) return [(bias * j) / bytes.length];
    }
    return [];
  });
}

/** The first byte of the text that circles: the length of the stretch once it stands there often enough. */
export function plainCircle(text: number[]): number {
  for (let d = 1; d <= 1024; d++) {
    let m = 0;
    while (m + d < text.length && text[text.length - 1 - m] === text[text.length - 1 - m - d]) m += 1;
    if (m >= Math.max(3 * d, 120)) return d;
  }
  return 0;
}

interface Written {
  byte: number;
  refused: number[];
}

export interface PlainNever {
  bytes: number;
  seed: number;
  /** The byte that is chosen after a text for a uniform number, none of `refused`; undefined where there is none. */
  choose(text: number[], u: number, refused: number[]): number | undefined;
  /** Where the forbidden text begins that the text ends with; -1 where there is none. */
  found(text: number[]): number;
}

/** Goes back to where a forbidden text begins, and takes another way. */
export function writeAround({ bytes, seed, choose, found }: PlainNever): number[] {
  let written: Written[] = [];
  let refused: number[] = [];
  const goBack = (to: number) => {
    const { byte, refused: before } = written[to]!;
    refused = [...before, byte];
    written = written.slice(0, to);
  };
  while (written.length < bytes) {
    const random = createRandom(seed, 'sampling');
    written.forEach(() => nextUint32(random));
    const word = nextUint32(random);
    const u =
      refused.length === 0 ? (word >>> 8) / 2 ** 24 : nextUniform(createRandom(word, `another way ${refused.length}`));
    const text = written.map(({ byte }) => byte);
    const byte = choose(text, u, refused);
    if (byte === undefined) {
      if (written.length === 0) return text;
      goBack(written.length - 1);
      continue;
    }
    written.push({ byte, refused });
    refused = [];
    const from = found([...text, byte]);
    if (from >= 0) goBack(from);
  }
  return written.map(({ byte }) => byte);
}
