// Recognises UTF-16 that does not say so: its 16-bit units are characters that texts have, spaces or full stops of some script among them.
import type { EncodingName } from '../protocol/encodings';

/** Space, line ends, tab, Latin letters; the spaces, commas, full stops and brackets of Chinese and Japanese. */
const USUAL = [
  [0x09, 0x0a],
  [0x0d, 0x0d],
  [0x20, 0x20],
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0x3000, 0x3003],
  [0x3008, 0x3011],
  [0xff01, 0xff01],
  [0xff08, 0xff0c],
  [0xff1a, 0xff1b],
  [0xff1f, 0xff1f],
] as const;
/** A text has more of them; the other byte order, and two bytes of another encoding taken together, hardly any. */
const LEAST_USUAL = 0.01;
const MOST_IMPOSSIBLE = 0.001;

const isUsual = (unit: number) => USUAL.some(([first, last]) => unit >= first && unit <= last);

/** No character of a text: a control, a private one, one that Unicode will never have. */
const isImpossible = (unit: number) =>
  (unit < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(unit)) ||
  (unit >= 0x7f && unit < 0xa0) ||
  (unit >= 0xe000 && unit < 0xf900) ||
  (unit >= 0xfdd0 && unit < 0xfdf0) ||
  unit >= 0xfffe;

/** The share of usual units; 0 where too much could not be. */
function usualShare(bytes: Uint8Array, isLittle: boolean): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = Math.floor(bytes.length / 2);
  let usual = 0;
  let impossible = 0;
  let isHigh = false;
  for (let index = 0; index < units; index++) {
    const unit = view.getUint16(2 * index, isLittle);
    const isLow = unit >= 0xdc00 && unit < 0xe000;
    if (isHigh !== isLow || isImpossible(unit)) impossible += 1;
    isHigh = unit >= 0xd800 && unit < 0xdc00;
    if (isUsual(unit)) usual += 1;
  }
  return impossible > units * MOST_IMPOSSIBLE ? 0 : usual / units;
}

/** Null where the bytes are not UTF-16. */
export function unmarkedUtf16(bytes: Uint8Array): EncodingName | null {
  if (bytes.length < 2) return null;
  const little = usualShare(bytes, true);
  const big = usualShare(bytes, false);
  if (Math.max(little, big) < LEAST_USUAL) return null;
  return little >= big ? 'utf-16le' : 'utf-16be';
}
