// The bytes that a network predicts, as a model's file lists them: two hexadecimal digits a byte.
import { problem } from '../problem';
import { BYTE_VALUES } from './shape';

/** What stands in a safetensors file's metadata; nothing for a network that predicts all bytes. */
export function alphabetAsMetadata(alphabet: Uint8Array | null): Record<string, string> {
  return alphabet ? { alphabet: Array.from(alphabet, (byte) => byte.toString(16).padStart(2, '0')).join('') } : {};
}

/** The alphabet in the metadata; throws a `Problem` if it is no ascending list of bytes. */
export function alphabetFrom({ alphabet }: Record<string, string>, fileName: string): Uint8Array | null {
  if (alphabet === undefined) return null;
  const digits = /^(?:[\da-f]{2})+$/i.test(alphabet) ? (alphabet.match(/../g) ?? []) : [];
  const bytes = Uint8Array.from(digits, (two) => Number.parseInt(two, 16));
  const ascends = bytes.every((byte, index) => index === 0 || byte > (bytes[index - 1] ?? 0));
  if (bytes.length > 0 && ascends) return bytes;
  throw problem(
    `"${fileName}" names "${alphabet}" as its alphabet, which is not a list of bytes. Choose another file.`,
  );
}

/** The bytes that a network with this alphabet never predicts. */
export function unpredictedBytes(alphabet: Uint8Array | null): Uint8Array {
  if (!alphabet) return new Uint8Array();
  return Uint8Array.from({ length: BYTE_VALUES }, (_, byte) => byte).filter((byte) => !alphabet.includes(byte));
}
