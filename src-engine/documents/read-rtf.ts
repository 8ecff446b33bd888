// Takes the words out of RTF: its text, tables and notes, in whatever code pages its fonts have.
import { decode, encodingExists } from 'iconv-lite';
import { readWholeBytes } from './read-whole';
import type { Thing } from './left-out';
import type { Outcome, Reading } from './reading';
import { CHARACTERS, codePageOf, encodingOf, LINE_ENDS, READ_GROUPS, SKIPPED_GROUPS } from './rtf-words';
import { rtfTokens, type RtfToken } from './rtf-tokens';
import { createTextBuilder } from './text-builder';

interface Group {
  isSkipped: boolean;
  isHidden: boolean;
  isDeleted: boolean;
  isFontTable: boolean;
  isNote: boolean;
  /** How many characters stand in for each \u. */
  fallback: number;
  codePage: number | null;
}

/** Groups within groups; more than any program writes. */
const MOST_GROUPS = 10_000;
const COUNTED: Readonly<Record<string, Thing>> = { pict: 'picture', annotation: 'comment' };
const SYMBOLS = [0xf000, 0xf0ff] as const;
const MARGINS = /^(?:header|footer)[lrf]?$/;

/** Bytes that belong together are read at once: a character may have two. */
function createBytes(pass: (text: string) => void) {
  let bytes: number[] = [];
  let page: number | null = null;
  const flush = (documentPage: number) => {
    if (bytes.length === 0) return;
    const encoding = encodingOf(page ?? documentPage);
    pass(decode(Buffer.from(bytes), encodingExists(encoding) ? encoding : 'windows-1252'));
    bytes = [];
  };
  return {
    add(byte: number, codePage: number | null, documentPage: number) {
      if (page !== codePage || bytes.length > 8192) flush(documentPage);
      page = codePage;
      bytes.push(byte);
    },
    flush,
  };
}

function createRtfReader({ builder: main, leftOut }: Reading) {
  const notePieces: string[] = [];
  const notes = createTextBuilder((text) => notePieces.push(text));
  const fonts = new Map<number, number | null>();
  let font = 0;
  let documentPage = 1252;
  let group: Group = {
    isSkipped: false, isHidden: false, isDeleted: false, isFontTable: false, isNote: false, fallback: 1, codePage: null,
  }; // prettier-ignore
  const groups: Group[] = [];
  /** The next word says what the group is. */
  let isGroupStart = false;
  let isOptional = false;
  /** Characters that stand in for the one before, for readers without Unicode. */
  let standIns = 0;
  let paragraphs = 0;
  let hasCell = false;
  /** Between a note's number and its words nothing is wanted. */
  let isNoteStart = false;

  const builder = () => (group.isNote ? notes : main);
  const put = (text: string) => {
    if (group.isSkipped || group.isFontTable) return;
    if (group.isHidden) leftOut.add('hidden', text.replace(/\s/g, '').length);
    else if (!group.isDeleted) {
      if (hasCell && !group.isNote) builder().cell();
      hasCell = false;
      const words = isNoteStart && group.isNote ? text.trimStart() : text;
      if (group.isNote && words !== '') isNoteStart = false;
      builder().literal(words);
    }
  };
  const bytes = createBytes(put);

  const beginGroup = (word: string) => {
    const wasOptional = isOptional;
    isOptional = false;
    isGroupStart = false;
    if (word === 'fonttbl') group.isFontTable = true;
    else if (word === 'footnote') {
      notes.block();
      group.isNote = true;
      isNoteStart = true;
    } else if (SKIPPED_GROUPS.has(word) || (wasOptional && !READ_GROUPS.has(word))) {
      const thing = MARGINS.test(word) ? 'margin' : COUNTED[word];
      if (thing && !group.isSkipped) leftOut.add(thing);
      group.isSkipped = true;
    }
  };
  const unicode = (value: number) => {
    const code = value < 0 ? value + 65_536 : value;
    const isSymbol = code >= SYMBOLS[0] && code <= SYMBOLS[1];
    if (isSymbol) leftOut.add('symbol');
    else if (code < 0x110000) put(code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code));
    standIns = group.fallback;
  };
  /** Words with a value, or that switch something. */
  const state = (word: string, value: number | null): boolean => {
    switch (word) {
      case 'ansicpg':
        documentPage = value ?? documentPage;
        return true;
      case 'mac':
        documentPage = 10000;
        return true;
      case 'pc':
        documentPage = 437;
        return true;
      case 'pca':
        documentPage = 850;
        return true;
      case 'f':
        font = value ?? 0;
        if (!group.isFontTable) group.codePage = fonts.get(font) ?? null;
        return true;
      case 'fcharset':
        if (group.isFontTable) fonts.set(font, codePageOf(value ?? 0));
        return true;
      case 'plain':
        group.isHidden = false;
        group.codePage = null;
        return true;
      case 'v':
        group.isHidden = value !== 0;
        return true;
      case 'deleted':
        if (!group.isSkipped) leftOut.add('deletion');
        group.isDeleted = value !== 0;
        return true;
      case 'uc':
        group.fallback = Math.min(100, Math.max(0, value ?? 1));
        return true;
      case 'u':
        unicode(value ?? 0);
        return true;
      case 'ud':
        group.isSkipped = false;
        return true;
      case 'upr':
        // What follows is for readers without Unicode; \ud holds it with.
        group.isSkipped = true;
        return true;
      default:
        return false;
    }
  };
  const lineEnd = () => {
    if (group.isSkipped || group.isFontTable) return;
    hasCell = false;
    builder().lineEnd();
    if (!group.isNote) paragraphs += 1;
  };
  const sayWord = (word: string, value: number | null) => {
    if (isGroupStart) {
      if (word === '*') {
        isOptional = true;
        return;
      }
      beginGroup(word);
    }
    if (standIns > 0 && Object.hasOwn(CHARACTERS, word)) {
      standIns -= 1;
      return;
    }
    if (state(word, value)) return;
    standIns = 0;
    if (Object.hasOwn(CHARACTERS, word)) put(CHARACTERS[word] ?? '');
    else if (LINE_ENDS.has(word)) lineEnd();
    else if (word === 'trowd' && !group.isSkipped) builder().row();
    else if ((word === 'cell' || word === 'nestcell') && !group.isSkipped) hasCell = true;
    else if ((word === 'row' || word === 'nestrow') && !group.isSkipped) {
      hasCell = false;
      builder().block();
    }
  };
  return {
    take(token: RtfToken) {
      if (token.is !== 'byte') bytes.flush(documentPage);
      switch (token.is) {
        case 'open':
          if (groups.length >= MOST_GROUPS) return;
          groups.push(group);
          group = { ...group };
          isGroupStart = true;
          isOptional = false;
          standIns = 0;
          return;
        case 'close':
          group = groups.pop() ?? group;
          isGroupStart = false;
          standIns = 0;
          return;
        case 'word':
          sayWord(token.word, token.value);
          return;
        case 'byte':
          isGroupStart = false;
          if (standIns > 0) standIns -= 1;
          else bytes.add(token.byte, group.codePage, documentPage);
      }
    },
    end() {
      bytes.flush(documentPage);
      main.block(true);
      main.verbatim(notePieces.join(''));
      return paragraphs;
    },
  };
}

export async function readRtf(reading: Reading): Promise<Outcome> {
  const bytes = await readWholeBytes(reading);
  const reader = createRtfReader(reading);
  let tokens = 0;
  for (const token of rtfTokens(bytes)) {
    reader.take(token);
    tokens += 1;
    if (tokens % 100_000 === 0) reading.progress(0.5);
  }
  return { what: 'an RTF document', unit: 'paragraph', count: reader.end() };
}
