// Numbers of four bytes, sorted by byte: all first bytes, then all second ones. Signs and exponents are alike among weights, so that
// beside each other they take less room once deflated; nothing is lost.

const BYTES_EACH = 4;

/** Least significant first, as every machine that the application and pages run on has them. */
export function toPlanes(numbers: Float32Array): Uint8Array {
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  const planes = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) {
    planes[(at % BYTES_EACH) * numbers.length + Math.floor(at / BYTES_EACH)] = bytes[at] ?? 0;
  }
  return planes;
}

export function fromPlanes(planes: Uint8Array): Float32Array {
  const numbers = new Float32Array(planes.length / BYTES_EACH);
  const bytes = new Uint8Array(numbers.buffer);
  for (let at = 0; at < bytes.length; at++) {
    bytes[at] = planes[(at % BYTES_EACH) * numbers.length + Math.floor(at / BYTES_EACH)] ?? 0;
  }
  return numbers;
}
