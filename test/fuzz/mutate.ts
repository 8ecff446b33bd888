// Makes odd things out of good ones, the same for the same seed: bytes changed, cut, doubled; JSON with other values in any place.

export interface Chance {
  /** A whole number from 0 to `end` - 1. */
  below(end: number): number;
  pick<T>(list: readonly T[]): T;
  /** True once in `times`. */
  onceIn(times: number): boolean;
}

/** mulberry32 */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return { below, pick: (list) => list[below(list.length)]!, onceIn: (times) => below(times) === 0 };
}

const ODD_BYTES = [0, 1, 0x0a, 0x20, 0x22, 0x2c, 0x30, 0x39, 0x3a, 0x5b, 0x5d, 0x7b, 0x7d, 0x7f, 0x80, 0xc3, 0xff];

const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

/** Most changes go into the beginning, where headers are. */
export function mutatedBytes(chance: Chance, original: Uint8Array): Uint8Array {
  let bytes = new Uint8Array(original);
  for (let left = 1 + chance.below(4); left > 0; left--) {
    const reach = chance.onceIn(4) ? bytes.length : Math.min(bytes.length, 600);
    const at = chance.below(reach + 1);
    const length = chance.below(chance.onceIn(5) ? 200 : 6);
    switch (chance.below(6)) {
      case 0:
      case 1:
        if (at < bytes.length) bytes[at] = chance.onceIn(2) ? chance.below(256) : chance.pick(ODD_BYTES);
        break;
      case 2:
        bytes = joined(bytes.subarray(0, at), bytes.subarray(at + length));
        break;
      case 3:
        bytes = joined(bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at));
        break;
      case 4:
        bytes = joined(bytes.subarray(0, at), new Uint8Array(length).fill(chance.pick(ODD_BYTES)), bytes.subarray(at));
        break;
      default:
        if (chance.onceIn(4)) bytes = bytes.slice(0, at);
        else if (at + 1 < bytes.length) [bytes[at], bytes[at + 1]] = [bytes[at + 1]!, bytes[at]!];
    }
  }
  return bytes;
}

const nested = (depth: number): unknown => (depth === 0 ? [] : [nested(depth - 1)]);
const ODD_VALUES: readonly unknown[] = [
  null, true, '', 'x', '../../x', '/etc/hostname', '\0', '\u001b[2J', '\ud800', '__proto__', 'constructor', 'NaN', '1e999', 'a'.repeat(5000),
  0, -0, -1, 0.5, 1e-320, 255, 256, 2 ** 31, 2 ** 32, 2 ** 53, 1e21, 1e308, NaN, Infinity, [], {}, [[]], [null], nested(500),
  { toString: 1 }, { length: 1e9 }, { kind: 'x' },
]; // prettier-ignore

/** One node of it is something else, is gone, or is there twice. */
export function mutatedJson(chance: Chance, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || chance.onceIn(12)) {
    return chance.pick(ODD_VALUES);
  }
  if (Array.isArray(value)) {
    const list = [...(value as unknown[])];
    const at = chance.below(list.length + 1);
    if (at === list.length || chance.onceIn(6)) list.splice(at, 0, chance.pick(ODD_VALUES));
    else if (chance.onceIn(5)) list.splice(at, 1);
    else list[at] = mutatedJson(chance, list[at]);
    return list;
  }
  const entries = Object.entries(value);
  if (entries.length === 0 || chance.onceIn(10))
    entries.push([chance.pick(['__proto__', 'x', '']), chance.pick(ODD_VALUES)]);
  const at = chance.below(entries.length);
  if (chance.onceIn(6)) entries.splice(at, 1);
  else entries[at] = [entries[at]![0], mutatedJson(chance, entries[at]![1])];
  return Object.fromEntries(entries);
}
