// Writes protocol buffers, the little of them that an ONNX file needs: https://protobuf.dev/programming-guides/encoding

const VARINT = 0;
const LENGTH_DELIMITED = 2;

/** Base 128, the lowest seven bits first; for whole numbers below 2⁵³. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
  return Uint8Array.from(bytes);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const key = (field: number, wireType: number) => varint(field * 8 + wireType);

export const integerField = (field: number, value: number) => joined([key(field, VARINT), varint(value)]);

export const bytesField = (field: number, value: Uint8Array) =>
  joined([key(field, LENGTH_DELIMITED), varint(value.length), value]);

export const textField = (field: number, value: string) => bytesField(field, new TextEncoder().encode(value));

/** A message inside another. */
export const messageField = (field: number, ...parts: Uint8Array[]) => bytesField(field, joined(parts));
