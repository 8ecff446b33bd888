// Finds where a text stands in bytes that come piece by piece, capital or small letters alike (those of ASCII).

const MOST_FOUND = 10_000;

const small = (byte: number) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte);

export interface Found {
  /** First bytes of the places, not overlapping. */
  at: number[];
  isAll: boolean;
}

export async function findBytes(pieces: AsyncIterable<Uint8Array>, wanted: Uint8Array): Promise<Found> {
  const needle = Buffer.from(wanted.map(small));
  const at: number[] = [];
  let kept = Buffer.alloc(0);
  let begin = 0;
  for await (const piece of pieces) {
    const text = Buffer.concat([kept, piece.map(small)]);
    let from = 0;
    for (let place = text.indexOf(needle); place >= 0; place = text.indexOf(needle, from)) {
      if (at.length === MOST_FOUND) return { at, isAll: false };
      at.push(begin + place);
      from = place + needle.length;
    }
    // What could still become a find with the bytes to come.
    const keepFrom = Math.max(from, text.length - needle.length + 1);
    kept = text.subarray(keepFrom);
    begin += keepFrom;
  }
  return { at, isAll: true };
}
