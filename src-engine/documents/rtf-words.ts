// The control words of RTF that matter for a text: which groups hold no words, and which words stand for a character.

/** Groups with nothing to read; some are worth a word. */
export const SKIPPED_GROUPS: ReadonlySet<string> = new Set(
  `colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf
  fldinst pntext listtext pn listtable listoverridetable revtbl rsidtbl generator themedata colorschememapping
  datastore latentstyles annotation atnid atnauthor atndate atnref xe tc tcn bkmkstart bkmkend filetbl
  falt panose fontemb fontfile objdata nonshppict template userprops xmlnstbl mmathPr private`.split(/\s+/),
);

/** Of those after \*, the ones whose words are read all the same. */
export const READ_GROUPS: ReadonlySet<string> = new Set(['shpinst', 'shptxt', 'ud', 'footnote']);

export const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t', emdash: '—', endash: '–', bullet: '•', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”',
  emspace: '\u2003', enspace: '\u2002', qmspace: '\u2005', '~': '\u00a0', _: '-', '{': '{', '}': '}', '\\': '\\',
  zwj: '\u200d', zwnj: '\u200c',
}; // prettier-ignore

/** They end a line; so do \<line end> and \<carriage return>. */
export const LINE_ENDS: ReadonlySet<string> = new Set(['par', 'line', 'sect', 'page', 'column', '\n', '\r', 'lbr']);

/** The code page of a font's characters, by its \fcharset; null: the document's own. */
export function codePageOf(charset: number): number | null {
  const pages: Readonly<Record<number, number>> = {
    77: 10000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256,
    186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850, 0: 1252,
  }; // prettier-ignore
  return pages[charset] ?? null;
}

/** As iconv-lite calls it. */
export function encodingOf(codePage: number): string {
  if (codePage === 10000) return 'macintosh';
  if (codePage === 65001) return 'utf-8';
  return `cp${codePage}`;
}
