// Reads a member of an archive piece by piece, saying how far it is.
import type { Member, ZipArchive } from './zip-archive';

export async function* memberPieces(
  archive: ZipArchive,
  member: Member,
  progress: (share: number) => void,
): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const piece of archive.read(member)) {
    yield piece;
    read += piece.length;
    // What it says of its size need not be true.
    progress(Math.min(1, read / (member.bytes + 1)));
  }
}
