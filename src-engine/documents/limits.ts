// How much a document may ask for: far more than any book needs, far less than would harm.
import { numberInSentence, problem } from '../problem';

export interface Limits {
  /** Of text out of one document. */
  textBytes: number;
  /** Of all that is unpacked from one file. */
  unpackedBytes: number;
  /** Unpacked bytes for each packed one, once more than `harmlessBytes` were unpacked. */
  ratio: number;
  harmlessBytes: number;
  /** Files in an archive. */
  members: number;
  /** Of a document that has to be read as a whole. */
  wholeBytes: number;
}

export const LIMITS: Limits = {
  textBytes: 2 ** 30,
  unpackedBytes: 2 ** 32,
  ratio: 200,
  harmlessBytes: 2 ** 26,
  members: 100_000,
  wholeBytes: 2 ** 28,
};

export interface UnpackingWatch {
  /** Throws a `Problem` once it is too much. */
  unpacked(bytes: number): void;
}

/** Of one archive of `packedBytes`. */
export function watchUnpacking(name: string, packedBytes: number, limits: Limits): UnpackingWatch {
  let total = 0;
  return {
    unpacked(bytes) {
      total += bytes;
      const isBomb = total > limits.harmlessBytes && total > limits.ratio * packedBytes;
      if (!isBomb && total <= limits.unpackedBytes) return;
      throw problem(
        `"${name}" unpacks to more than ${numberInSentence(total)} bytes from ${numberInSentence(packedBytes)}, as only files built to do harm do. Nothing of it is used; choose another file.`,
      );
    },
  };
}
