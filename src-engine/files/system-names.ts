// Names as the file system has them: bytes of any kind. As text, a byte that is not UTF-8 is a lone surrogate, which JSON keeps.
import { isUtf8 } from 'node:buffer';

/** Byte 0x80 is U+DC80, and so on: Python's "surrogateescape". */
const ESCAPED = 0xdc00;
const LONGEST_CHARACTER = 4;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** The name as text, from which `systemPath` gets the same bytes again. */
export function nameFromBytes(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  let name = '';
  for (let at = 0; at < bytes.length;) {
    let length = 1;
    while (length <= LONGEST_CHARACTER && !isUtf8(bytes.subarray(at, at + length))) length += 1;
    const isCharacter = length <= LONGEST_CHARACTER;
    name += isCharacter ? bytes.toString('utf8', at, at + length) : String.fromCharCode(ESCAPED + (bytes[at] ?? 0));
    at += isCharacter ? length : 1;
  }
  return name;
}

/** What the file system is asked for. Windows has names of 16-bit units, in which a lone surrogate is itself. */
export function systemPath(path: string, platform: NodeJS.Platform = process.platform): string | Buffer {
  if (platform === 'win32' || path.search(LONE_SURROGATE) < 0) return path;
  const pieces = path.split(/([\udc80-\udcff])/u);
  return Buffer.concat(
    pieces.map((piece, index) => (index % 2 === 0 ? Buffer.from(piece) : Uint8Array.of(piece.charCodeAt(0) - ESCAPED))),
  );
}

/** A name to be read by people: � for what is no character. */
export function readableName(name: string): string {
  return name.replace(LONE_SURROGATE, '\ufffd');
}
