// A file's own SHA-256 in its header, so that a flipped bit anywhere in it is noticed: taken over the file with zeros in the digits' place.
import { createHash } from 'node:crypto';

const DIGITS = 64;
const ZEROS = '0'.repeat(DIGITS);
const KEY = '"checksum":"';
/** The header begins after its length; ours end far below this, and what lies beyond is the tensors'. */
const LOOKED_AT_BYTES = 2 ** 20;

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where the digits begin; -1 in a file without them. */
function digitsAt(bytes: Uint8Array): number {
  const at = asBuffer(bytes.subarray(0, LOOKED_AT_BYTES)).indexOf(KEY);
  return at < 0 ? -1 : at + KEY.length;
}

function checksumOf(bytes: Uint8Array, at: number): string {
  const hash = createHash('sha256').update(bytes.subarray(0, at)).update(ZEROS);
  return hash.update(bytes.subarray(at + DIGITS)).digest('hex');
}

/** A file with its checksum; `encode` puts what it is given into the header's metadata. */
export function withChecksum(encode: (metadata: { checksum: string }) => Uint8Array): Uint8Array {
  const bytes = encode({ checksum: ZEROS });
  const at = digitsAt(bytes);
  asBuffer(bytes).write(checksumOf(bytes, at), at, 'latin1');
  return bytes;
}

/** False where the file has a checksum that is not its own; files of earlier versions have none. */
export function isIntact(bytes: Uint8Array): boolean {
  const at = digitsAt(bytes);
  return at < 0 || asBuffer(bytes.subarray(at, at + DIGITS)).toString('latin1') === checksumOf(bytes, at);
}
