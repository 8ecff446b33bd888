// What a text is doing at each of its bytes, as numbers that a unit's activation can be compared with.
import type { TextFeature } from '../protocol/inspection';

const LINE_END = 10;

const OPENING_QUOTES = new Set(['“', '„', '«']);
const CLOSING_QUOTES = new Set(['”', '»']);
const CLOSED_BY: Record<string, string> = { '(': ')', '[': ']', '{': '}' };

/** The character that each byte belongs to; a byte of no well-formed character counts as itself, as in Latin-1. */
export function charactersOf(bytes: Uint8Array): string[] {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const characters: string[] = [];
  while (characters.length < bytes.length) {
    const at = characters.length;
    const lead = bytes[at] ?? 0;
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    try {
      const character = decoder.decode(bytes.subarray(at, at + length));
      for (let byte = 0; byte < length; byte++) characters.push(character);
    } catch {
      characters.push(String.fromCharCode(lead));
    }
  }
  return characters;
}

/** 1 from a quotation's opening mark up to its closing one; an empty line ends what was never closed. */
function insideQuotes(characters: string[]): number[] {
  let inside = false;
  return characters.map((character, at) => {
    if (character === '"') inside = !inside;
    else if (OPENING_QUOTES.has(character)) inside = true;
    else if (CLOSING_QUOTES.has(character)) inside = false;
    else if (character === '\n' && characters[at - 1] === '\n') inside = false;
    return inside ? 1 : 0;
  });
}

/** 1 from an opening bracket up to the one that closes it; an empty line ends what was never closed. */
function insideBrackets(characters: string[]): number[] {
  let awaited: string[] = [];
  return characters.map((character, at) => {
    const closing = CLOSED_BY[character];
    if (closing !== undefined) awaited.push(closing);
    else if (awaited.includes(character)) awaited = awaited.slice(0, awaited.lastIndexOf(character));
    else if (character === '\n' && characters[at - 1] === '\n') awaited = [];
    return awaited.length > 0 ? 1 : 0;
  });
}

/** Bytes since the line began; 0 at the line end itself. */
function linePosition(bytes: Uint8Array): number[] {
  let position = 0;
  return Array.from(bytes, (byte) => (position = byte === LINE_END ? 0 : position + 1));
}

const is = (pattern: RegExp) => (character: string) => (pattern.test(character) ? 1 : 0);

/** A number for each byte, as of after it was read: 0 or 1, for the line position a count. */
export function textFeatures(bytes: Uint8Array): Record<TextFeature, number[]> {
  const characters = charactersOf(bytes);
  return {
    quotes: insideQuotes(characters),
    brackets: insideBrackets(characters),
    line: linePosition(bytes),
    capitals: characters.map(is(/^\p{Lu}/u)),
    digits: characters.map(is(/^\p{Nd}/u)),
    spaces: characters.map(is(/^\s/u)),
  };
}
