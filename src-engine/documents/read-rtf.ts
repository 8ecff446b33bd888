// Takes the words out of RTF: its text, tables and notes, in whatever code pages its fonts have.
import type { Thing } from './left-out';
import { readWholeBytes } from './read-whole';
import type { Outcome, Reading } from './reading';
import { createRtfBytes } from './rtf-bytes';
import { PLAIN_GROUP, switchState, type Group, type RtfDocument } from './rtf-state';
import { rtfTokens, type RtfToken } from './rtf-tokens';
import { CHARACTERS, codePageOf, LINE_ENDS, READ_GROUPS, SKIPPED_GROUPS } from './rtf-words';
import { createTextBuilder, type TextBuilder } from './text-builder';

/** Groups within groups; more than any program writes. */
const MOST_GROUPS = 10_000;
const COUNTED: Readonly<Record<string, Thing>> = { pict: 'picture', annotation: 'comment' };
const SYMBOLS = [0xf000, 0xf0ff] as const;
const MARGINS = /^(?:header|footer)[lrf]?$/;

/** Where the words go: to the text or to its notes; a tab comes before a cell's words. */
function createRtfText(main: TextBuilder, notes: TextBuilder) {
  let hasCell = false;
  /** Between a note's number and its words nothing is wanted. */
  let isNoteStart = false;
  let paragraphs = 0;
  return {
    literal(text: string, isNote: boolean) {
      if (isNote) {
        const words = isNoteStart ? text.trimStart() : text;
        if (words !== '') isNoteStart = false;
        notes.literal(words);
        return;
      }
      if (hasCell) main.cell();
      hasCell = false;
      main.literal(text);
    },
    lineEnd(isNote: boolean) {
      if (isNote) notes.lineEnd();
      else {
        hasCell = false;
        paragraphs += 1;
        main.lineEnd();
      }
    },
    noteBegins() {
      notes.block();
      isNoteStart = true;
    },
    rowBegins: () => main.row(),
    cellEnds: () => (hasCell = true),
    rowEnds() {
      hasCell = false;
      main.block();
    },
    paragraphs: () => paragraphs,
  };
}

/** Of a \u, whose numbers have a sign; null where it is no character but a font's picture. */
function characterOf(value: number): string | null {
  const code = value < 0 ? value + 65_536 : value;
  const isNone = code < 0 || code > 0x10ffff || (code >= SYMBOLS[0] && code <= SYMBOLS[1]);
  if (isNone) return null;
  // Half of a character comes alone, and the other half after it.
  return code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code);
}

function createRtfReader({ builder, leftOut }: Reading) {
  const notePieces: string[] = [];
  const text = createRtfText(
    builder,
    createTextBuilder((piece) => notePieces.push(piece)),
  );
  const document: RtfDocument = { codePage: 1252, font: 0, fonts: new Map() };
  let group: Group = { ...PLAIN_GROUP };
  const groups: Group[] = [];
  /** The next word says what the group is; and whether a reader need not know it. */
  let isGroupStart = false;
  let isOptional = false;
  /** Characters that stand in for the one before, for readers without Unicode. */
  let standIns = 0;

  const isSilent = () => group.isSkipped || group.isFontTable;
  const put = (words: string) => {
    if (isSilent() || group.isDeleted) return;
    if (group.isHidden) leftOut.add('hidden', words.replace(/\s/g, '').length);
    else text.literal(words, group.isNote);
  };
  const bytes = createRtfBytes(put);

  const beginGroup = (word: string) => {
    const wasOptional = isOptional;
    isOptional = false;
    isGroupStart = false;
    if (word === 'fonttbl') group.isFontTable = true;
    else if (word === 'footnote') {
      text.noteBegins();
      group.isNote = true;
    } else if (SKIPPED_GROUPS.has(word) || (wasOptional && !READ_GROUPS.has(word))) {
      const thing = MARGINS.test(word) ? 'margin' : COUNTED[word];
      if (thing && !group.isSkipped) leftOut.add(thing);
      group.isSkipped = true;
    }
  };
  const unicode = (value: number) => {
    const character = characterOf(value);
    if (character !== null) put(character);
    else if (!isSilent()) leftOut.add('symbol');
    standIns = group.fallback;
  };
  const layOut = (word: string) => {
    if (isSilent()) return;
    if (LINE_ENDS.has(word)) text.lineEnd(group.isNote);
    else if (word === 'trowd') text.rowBegins();
    else if (word === 'cell' || word === 'nestcell') text.cellEnds();
    else if (word === 'row' || word === 'nestrow') text.rowEnds();
  };
  const takeWord = (word: string, value: number | null) => {
    if (isGroupStart && word === '*') {
      isOptional = true;
      return;
    }
    if (isGroupStart) beginGroup(word);
    const character = Object.hasOwn(CHARACTERS, word) ? CHARACTERS[word] : undefined;
    if (standIns > 0 && character !== undefined) {
      standIns -= 1;
      return;
    }
    if (word === 'u') {
      unicode(value ?? 0);
      return;
    }
    if (word === 'deleted' && value !== 0 && !isSilent()) leftOut.add('deletion');
    if (!switchState(word, value, group, document, codePageOf)) {
      standIns = 0;
      if (character === undefined) layOut(word);
      else put(character);
    }
  };
  const takeEdge = (isOpening: boolean) => {
    standIns = 0;
    isOptional = false;
    isGroupStart = isOpening;
    if (!isOpening) group = groups.pop() ?? group;
    else if (groups.length < MOST_GROUPS) {
      groups.push(group);
      group = { ...group };
    }
  };
  return {
    take(token: RtfToken) {
      if (token.is === 'byte') {
        isGroupStart = false;
        if (standIns > 0) standIns -= 1;
        else bytes.add(token.byte, group.codePage ?? document.codePage);
        return;
      }
      bytes.flush();
      if (token.is === 'word') takeWord(token.word, token.value);
      else takeEdge(token.is === 'open');
    },
    end() {
      bytes.flush();
      builder.block(true);
      builder.verbatim(notePieces.join(''));
      return text.paragraphs();
    },
  };
}

/** Tokens between two words of progress. */
const STEP = 100_000;

export async function readRtf(reading: Reading): Promise<Outcome> {
  const bytes = await readWholeBytes(reading);
  const reader = createRtfReader(reading);
  let tokens = 0;
  for (const token of rtfTokens(bytes)) {
    reader.take(token);
    tokens += 1;
    // A token has some bytes, so this is never too much.
    if (tokens % STEP === 0) reading.progress(Math.min(1, tokens / bytes.length));
  }
  return { what: 'an RTF document', unit: 'paragraph', count: reader.end() };
}
