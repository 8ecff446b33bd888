// A generated text as a file: plain, as Markdown with what made it, or as JSON with what the network gave each byte.
// Piece by piece, so that a text of any length takes no memory; the window and the terminal write the same.
import type { DraftPart, ExportFormat } from '../protocol/writing';
import { createTextDecoder } from '../sampling/text-encoding';

export interface TextPiece {
  bytes: Uint8Array;
  /** NaN: given, not made. */
  probabilities: Float32Array;
}

export interface TextOrigin {
  createdMs: number;
  encoding: string;
  promptBytes: number;
  parts: DraftPart[];
}

/** Only what differs from "off", in the words of the window. */
function settingLines({ runName, update, options, from }: DraftPart): string[] {
  const { temperature, topK, topP, minP, repetitionPenalty, repetitionWindow, stop, seed, validUtf8, prompt } = options;
  const lines: [string, string | number | false][] = [
    ['Network', `${runName}, update ${update}`],
    ['From byte', from > 0 && from],
    ['Prompt', prompt !== '' && JSON.stringify(prompt)],
    ['Temperature', temperature],
    ['Top-k', topK > 0 && topK],
    ['Top-p', topP < 1 && topP],
    ['Min-p', minP > 0 && minP],
    ['Repetition penalty', repetitionPenalty > 1 && `${repetitionPenalty} over ${repetitionWindow} bytes`],
    ['Stop text', stop !== '' && JSON.stringify(stop)],
    ['Seed', seed],
    ['Only valid UTF-8', validUtf8 && 'yes'],
  ];
  return lines.flatMap(([label, value]) => (value === false ? [] : [`- ${label}: ${value}`]));
}

/** Longer than any run of backticks that a text is likely to hold. */
const FENCE = '``````````';

async function* markdown(origin: TextOrigin, pieces: AsyncIterable<TextPiece>): AsyncGenerator<string> {
  yield `# Written by ${origin.parts[0]?.runName ?? 'Unroll'}\n\n`;
  for (const part of origin.parts) yield `${settingLines(part).join('\n')}\n\n`;
  yield `- Written on: ${new Date(origin.createdMs).toISOString()}\n\n${FENCE}text\n`;
  const decoder = createTextDecoder(origin.encoding);
  for await (const { bytes } of pieces) yield decoder.decode(bytes, { stream: true });
  yield `${decoder.decode()}\n${FENCE}\n`;
}

/** One line a byte: its value, the text that it completes, what the network gave it and the same in bits; null for what was given. */
function* byteLines({ bytes, probabilities }: TextPiece, decode: (byte: Uint8Array) => string): Generator<string> {
  for (let index = 0; index < bytes.length; index++) {
    const given = probabilities[index] ?? NaN;
    const probability = Number.isNaN(given) ? null : given;
    const bits = probability === null ? null : -Math.log2(probability);
    yield JSON.stringify({ byte: bytes[index], text: decode(bytes.subarray(index, index + 1)), probability, bits });
  }
}

async function* json(origin: TextOrigin, pieces: AsyncIterable<TextPiece>): AsyncGenerator<string> {
  const { createdMs, ...rest } = origin;
  const head = { format: 'unroll-text', written: new Date(createdMs).toISOString(), ...rest };
  yield `${JSON.stringify(head).slice(0, -1)},"bytes":[`;
  const decoder = createTextDecoder(origin.encoding);
  const decode = (byte: Uint8Array) => decoder.decode(byte, { stream: true });
  let separator = '\n';
  for await (const piece of pieces) {
    let lines = '';
    for (const line of byteLines(piece, decode)) {
      lines += separator + line;
      separator = ',\n';
    }
    yield lines;
  }
  yield '\n]}\n';
}

async function* plain(pieces: AsyncIterable<TextPiece>): AsyncGenerator<Uint8Array> {
  for await (const { bytes } of pieces) yield bytes;
}

/** Plain text is the bytes as they are; the others are UTF-8 whatever the text's encoding. */
export function exportText(
  format: ExportFormat,
  origin: TextOrigin,
  pieces: AsyncIterable<TextPiece>,
): AsyncIterable<string | Uint8Array> {
  switch (format) {
    case 'text':
      return plain(pieces);
    case 'markdown':
      return markdown(origin, pieces);
    case 'json':
      return json(origin, pieces);
  }
}
