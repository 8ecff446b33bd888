// What may be typed to say which text must not be generated: a text as it stands, or /a pattern/; read here once for page and engine.
import { problem } from '../problem';

/** Characters by their code points. */
export type CharacterRange = readonly [first: number, last: number];

export type Pattern =
  | { kind: 'byte'; byte: number }
  /** One character of these, or one byte that is none of these. */
  | { kind: 'set'; ranges: CharacterRange[]; isNegated: boolean }
  /** Between a letter, digit or underscore and something else; or not there. */
  | { kind: 'boundary'; isNegated: boolean }
  | { kind: 'sequence'; parts: Pattern[] }
  | { kind: 'choice'; parts: Pattern[] }
  | { kind: 'repeat'; part: Pattern; least: number; most: number };

/** More of one thing in a row than a forbidden text may be long. */
const MOST_REPEATED = 256;
/** A range of more characters is not taken apart into capital and small letters. */
const MOST_FOLDED = 2000;

const DIGITS: CharacterRange[] = [[48, 57]];
const WORD: CharacterRange[] = [[48, 57], [65, 90], [95, 95], [97, 122]]; // prettier-ignore
const SPACE: CharacterRange[] = [[9, 13], [32, 32]]; // prettier-ignore
const CLASSES: Record<string, CharacterRange[]> = { d: DIGITS, w: WORD, s: SPACE };
const CONTROLS: Record<string, number> = { n: 10, r: 13, t: 9, f: 12, v: 11, 0: 0 };

const one = (code: number): CharacterRange[] => [[code, code]];

/** Both cases of each character. */
function folded(ranges: CharacterRange[]): CharacterRange[] {
  return ranges.flatMap(([first, last]) => {
    if (last - first > MOST_FOLDED) return [[first, last] as const];
    const codes = Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
    const all = codes.flatMap((text) => [text, text.toLowerCase(), text.toUpperCase()]);
    return all
      .filter((text) => Array.from(text).length === 1)
      .map((text) => [text.codePointAt(0) ?? 0, text.codePointAt(0) ?? 0] as const);
  });
}

class PatternReader {
  private at = 0;

  constructor(
    private readonly line: string,
    private readonly source: string,
    private readonly ignoresCase: boolean,
  ) {}

  whole(): Pattern {
    const pattern = this.choice();
    if (this.at < this.source.length) this.wrong('has a ")" too many');
    return pattern;
  }

  private wrong(what: string): never {
    throw problem(`"${this.line}" ${what}. Write the pattern otherwise, or the text itself.`);
  }

  private take(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  private next(): string {
    const code = this.source.codePointAt(this.at);
    if (code === undefined) return this.wrong('ends too early');
    const text = String.fromCodePoint(code);
    this.at += text.length;
    return text;
  }

  private set(ranges: CharacterRange[], isNegated = false): Pattern {
    return { kind: 'set', ranges: this.ignoresCase ? folded(ranges) : ranges, isNegated };
  }

  private choice(): Pattern {
    const parts = [this.sequence()];
    while (this.take('|')) parts.push(this.sequence());
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'choice', parts };
  }

  private sequence(): Pattern {
    const parts: Pattern[] = [];
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at] ?? '')) parts.push(this.repeated());
    return { kind: 'sequence', parts };
  }

  private repeated(): Pattern {
    let part = this.atom();
    for (;;) {
      if (this.take('*')) part = { kind: 'repeat', part, least: 0, most: Infinity };
      else if (this.take('+')) part = { kind: 'repeat', part, least: 1, most: Infinity };
      else if (this.take('?')) part = { kind: 'repeat', part, least: 0, most: 1 };
      else if (this.source[this.at] === '{') part = this.counted(part);
      else return part;
    }
  }

  private counted(part: Pattern): Pattern {
    const found = /^\{(\d+)(,(\d*))?\}/.exec(this.source.slice(this.at));
    if (!found) return this.wrong('has a "{" that does not count; write \\{ for the character');
    this.at += found[0].length;
    const least = Number(found[1]);
    const most = found[2] === undefined ? least : found[3] === '' ? Infinity : Number(found[3]);
    const isTooMany = least > MOST_REPEATED || (most !== Infinity && most > MOST_REPEATED);
    if (isTooMany || most < least) return this.wrong(`counts otherwise than from 0 to ${MOST_REPEATED}`);
    return { kind: 'repeat', part, least, most };
  }

  private atom(): Pattern {
    if (this.take('(')) {
      if (!this.take('?:') && this.source[this.at] === '?')
        this.wrong('looks ahead or behind, which is not possible here');
      const inner = this.choice();
      if (!this.take(')')) this.wrong('has a "(" that is not closed');
      return inner;
    }
    if (this.take('[')) return this.characterClass();
    if (this.take('.')) return { kind: 'set', ranges: one(10), isNegated: true };
    if (this.take('\\')) return this.escaped();
    const text = this.next();
    if ('^$'.includes(text)) this.wrong('uses ^ or $, which is not possible here');
    if ('*+?{'.includes(text)) this.wrong(`has a "${text}" with nothing before it`);
    return this.set(one(text.codePointAt(0) ?? 0));
  }

  private escaped(): Pattern {
    const text = this.next();
    if (text === 'b' || text === 'B') return { kind: 'boundary', isNegated: text === 'B' };
    if (text === 'x') return { kind: 'byte', byte: this.hex(2) };
    const lower = text.toLowerCase();
    const ranges = CLASSES[lower];
    if (ranges) return this.set(ranges, lower !== text);
    return this.set(one(this.character(text)));
  }

  /** What stands after a backslash, as one character. */
  private character(text: string): number {
    const control = CONTROLS[text];
    if (control !== undefined) return control;
    if (text === 'u') return this.hex(4);
    if (/[A-Za-z0-9]/.test(text)) this.wrong(`uses \\${text}, which is not possible here`);
    return text.codePointAt(0) ?? 0;
  }

  private hex(digits: number): number {
    const text = this.source.slice(this.at, this.at + digits);
    if (!/^[\da-f]+$/i.test(text) || text.length < digits) this.wrong(`needs ${digits} hexadecimal digits there`);
    this.at += digits;
    return parseInt(text, 16);
  }

  private characterClass(): Pattern {
    const isNegated = this.take('^');
    const ranges: CharacterRange[] = [];
    for (let isFirst = true; isFirst || this.source[this.at] !== ']'; isFirst = false) {
      const from = this.member();
      if (typeof from !== 'number') ranges.push(...from);
      else if (this.source[this.at] === '-' && this.source[this.at + 1] !== ']') {
        this.at += 1;
        const to = this.member();
        if (typeof to !== 'number' || to < from) this.wrong('has a range whose end comes before its beginning');
        else ranges.push([from, to]);
      } else ranges.push(...one(from));
    }
    this.at += 1;
    if (isNegated && ranges.some(([, last]) => last > 127))
      this.wrong('excludes characters beyond ASCII, which is not possible here');
    return this.set(ranges, isNegated);
  }

  private member(): number | CharacterRange[] {
    const text = this.next();
    if (text !== '\\') return text.codePointAt(0) ?? 0;
    const escaped = this.next();
    if (escaped === 'x') return this.hex(2);
    return CLASSES[escaped] ?? this.character(escaped);
  }
}

/** The characters and bytes (`\xNN`) of a line that is meant as it stands; `\n`, `\t`, `\r` and `\\` stand for what they do elsewhere. */
export function textPattern(line: string): Pattern[] {
  const parts: Pattern[] = [];
  for (const [found] of line.matchAll(/\\x[\da-f]{2}|\\[ntr\\]|[\s\S]/giu)) {
    if (found.length === 4) parts.push({ kind: 'byte', byte: parseInt(found.slice(2), 16) });
    else {
      const code =
        found.length === 2 && found.startsWith('\\') ? (CONTROLS[found[1] ?? ''] ?? 92) : (found.codePointAt(0) ?? 0);
      parts.push({ kind: 'set', ranges: one(code), isNegated: false });
    }
  }
  return parts;
}

/** `/…/` or `/…/i` is a pattern, anything else a text; throws a `Problem` where it is neither. */
export function forbiddenPattern(line: string): Pattern {
  const pattern = /^\/(.+)\/(i?)$/su.exec(line);
  if (!pattern) return { kind: 'sequence', parts: textPattern(line) };
  return new PatternReader(line, pattern[1] ?? '', pattern[2] === 'i').whole();
}
