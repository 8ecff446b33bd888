// The one place that writes to standard output and standard error. A terminal takes control characters for commands, and a text, a file's
// name or a sample may hold any: there they are shown as marks. Into a file or a pipe go the exact bytes.
import { createTextDecoder } from '../../src-engine/sampling/text-encoding';

/** What there is of process.stdout and process.stderr. */
export interface OutputStream {
  isTTY?: boolean;
  write(data: string | Uint8Array): boolean;
}

/** Control characters but tab and line feed, those that turn the direction of writing, and halves of characters. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const COMMANDS = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/gu;
const DELETE = 0x7f;
/** U+2400 is the picture of NUL, and so on; that of DEL stands apart. */
const PICTURES = 0x2400;
const PICTURE_OF_DELETE = 0x2421;

function markFor(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(PICTURES + code);
  if (code === DELETE) return String.fromCharCode(PICTURE_OF_DELETE);
  return `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`;
}

/** The text with marks in the place of what a terminal would obey. */
export function withMarks(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(COMMANDS, markFor);
}

/** False where the reader is slow, as streams say it. */
export function writeText(stream: OutputStream, text: string): boolean {
  return stream.write(stream.isTTY ? withMarks(text) : text);
}

/** Writes what comes piece by piece: bytes in `encoding`, or text. */
export function createPieceWriter(stream: OutputStream, encoding: string): (piece: string | Uint8Array) => boolean {
  const decoder = createTextDecoder(encoding);
  return (piece) => {
    if (typeof piece === 'string') return writeText(stream, piece);
    return stream.isTTY ? writeText(stream, decoder.decode(piece, { stream: true })) : stream.write(piece);
  };
}

/** A sentence for the person, on standard error. */
export function say(sentence: string): void {
  writeText(process.stderr, `${sentence}\n`);
}
