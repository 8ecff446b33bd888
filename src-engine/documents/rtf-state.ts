// What an RTF document has switched on where the reader stands: a group inherits it, and with the group's end it is as before.

export interface Group {
  isSkipped: boolean;
  isHidden: boolean;
  isDeleted: boolean;
  isFontTable: boolean;
  isNote: boolean;
  /** How many characters stand in for each \u. */
  fallback: number;
  /** Null: the document's own. */
  codePage: number | null;
}

export const PLAIN_GROUP: Group = {
  isSkipped: false,
  isHidden: false,
  isDeleted: false,
  isFontTable: false,
  isNote: false,
  fallback: 1,
  codePage: null,
};

/** Of the whole document. */
export interface RtfDocument {
  codePage: number;
  font: number;
  /** The code pages of the fonts. */
  fonts: Map<number, number | null>;
}

const MOST_STAND_INS = 100;

/** Code pages of their own. */
const DOCUMENT_PAGES: Readonly<Record<string, number>> = { mac: 10000, pc: 437, pca: 850 };

/** Does what a word switches; false for a word that switches nothing. */
export function switchState(
  word: string,
  value: number | null,
  group: Group,
  document: RtfDocument,
  codePageOf: (charset: number) => number | null,
): boolean {
  const page = Object.hasOwn(DOCUMENT_PAGES, word) ? DOCUMENT_PAGES[word] : undefined;
  document.codePage = page ?? document.codePage;
  switch (word) {
    case 'ansicpg':
      document.codePage = value ?? document.codePage;
      return true;
    case 'f':
      document.font = value ?? 0;
      if (!group.isFontTable) group.codePage = document.fonts.get(document.font) ?? null;
      return true;
    case 'fcharset':
      if (group.isFontTable) document.fonts.set(document.font, codePageOf(value ?? 0));
      return true;
    case 'plain':
      Object.assign(group, { isHidden: false, isDeleted: false, codePage: null });
      return true;
    case 'v':
      group.isHidden = value !== 0;
      return true;
    case 'deleted':
      group.isDeleted = value !== 0;
      return true;
    case 'uc':
      group.fallback = Math.min(MOST_STAND_INS, Math.max(0, value ?? 1));
      return true;
    case 'ud':
      group.isSkipped = false;
      return true;
    case 'upr':
      // What follows is for readers without Unicode; \ud holds it with.
      group.isSkipped = true;
      return true;
    default:
      return page !== undefined;
  }
}
