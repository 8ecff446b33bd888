// Takes the words out of Word documents (.docx): the text, its tables, boxes and notes; not what stands in the margins, in comments or crossed out.
import { problem } from '../problem';
import { readMarkup, type MarkupListener } from './markup-stream';
import { memberPieces } from './member-pieces';
import { attribute, type Outcome, type Reading } from './reading';
import { createSkipping } from './skipping';
import { createTableRows } from './table-rows';
import type { Member, ZipArchive } from './zip-archive';

const USUAL_DOCUMENT = 'word/document.xml';
const OFFICE_DOCUMENT = /\/officeDocument$/;
/** Symbol fonts have their signs here; no other font does. */
const PRIVATE = [0xe000, 0xf8ff] as const;
const CONTENTS = /^table of contents$/i;

const isOff = (value: string | undefined) => value === '0' || value === 'false' || value === 'off';

/** Where the document itself lies in the archive. */
async function documentName(archive: ZipArchive): Promise<string> {
  const relations = archive.find('_rels/.rels');
  let found = USUAL_DOCUMENT;
  if (!relations) return found;
  const listener: MarkupListener = {
    opened(_, attributes) {
      if (OFFICE_DOCUMENT.test(attributes.Type ?? '')) found = (attributes.Target ?? found).replace(/^\//, '');
    },
    closed: () => undefined,
    text: () => undefined,
  };
  await readMarkup(archive.read(relations), { dialect: 'xml', listener });
  return found;
}

/** Counts the paragraphs that have words. */
function createWordListener({ builder, leftOut }: Reading) {
  const skipping = createSkipping(leftOut);
  const rows = createTableRows(builder);
  /** For each run, one within another: whether it is hidden. */
  const runs: boolean[] = [];
  let isText = false;
  let paragraphs = 0;
  let beforeParagraph = 0;
  /** Between a note's number and its words nothing is wanted. */
  let isNoteStart = false;
  /** The content control of a table of contents is left when its depth is. */
  let controls = 0;
  let contentsControl = Infinity;

  const symbol = (attributes: Record<string, string>) => {
    const code = parseInt(attribute(attributes, 'char') ?? '', 16);
    const isPrivate = !(code > 0x1f) || (code >= PRIVATE[0] && code <= PRIVATE[1]) || code > 0xffff;
    if (isPrivate) leftOut.add('symbol');
    else builder.literal(String.fromCharCode(code));
  };
  const put = (text: string) => {
    const words = isNoteStart ? text.trimStart() : text;
    if (words !== '') isNoteStart = false;
    builder.literal(words);
  };
  const isSkipped = (name: string, attributes: Record<string, string>) => {
    const type = attribute(attributes, 'type');
    const isRule = (name === 'footnote' || name === 'endnote') && type !== undefined && type !== 'normal';
    if (isRule || name === 'Fallback' || name === 'moveFrom' || name === 'delText' || name === 'rt') {
      const thing = name === 'rt' ? 'reading' : name === 'delText' || name === 'moveFrom' ? 'deletion' : undefined;
      return skipping.opened(true, thing);
    }
    return skipping.opened(name === 't' && (runs.at(-1) ?? false), 'hidden');
  };
  const inRun = (name: string, attributes: Record<string, string>) => {
    if (runs.at(-1)) return;
    if (name === 'tab') put('\t');
    else if (name === 'br' || name === 'cr') builder.lineEnd();
    else if (name === 'noBreakHyphen') builder.literal('-');
    else if (name === 'sym') symbol(attributes);
  };
  const listener: MarkupListener = {
    opened(name, attributes) {
      if (isSkipped(name, attributes)) return;
      switch (name) {
        case 'footnote':
        case 'endnote':
          isNoteStart = true;
          return;
        case 'r':
          runs.push(false);
          return;
        case 'vanish':
          if (runs.length > 0) runs[runs.length - 1] = !isOff(attribute(attributes, 'val'));
          return;
        case 't':
          isText = contentsControl > controls;
          return;
        case 'p':
          beforeParagraph = builder.written();
          return;
        case 'tr':
          return rows.rowOpened();
        case 'tc':
          return rows.cellOpened();
        case 'txbxContent':
          return builder.block();
        case 'blip':
        case 'imagedata':
          return leftOut.add('picture');
        case 'commentReference':
          return leftOut.add('comment');
        case 'headerReference':
        case 'footerReference':
          return leftOut.add('margin');
        case 'sdt':
          controls += 1;
          return;
        case 'docPartGallery':
          if (!CONTENTS.test(attribute(attributes, 'val') ?? '') || contentsControl <= controls) return;
          contentsControl = controls;
          leftOut.add('contents');
          return;
        default:
          if (runs.length > 0 && contentsControl > controls) inRun(name, attributes);
      }
    },
    closed(name) {
      if (skipping.closed()) return;
      if (name === 't') isText = false;
      else if (name === 'r') runs.pop();
      else if (name === 'tr') rows.rowClosed();
      else if (name === 'txbxContent') builder.block();
      else if (name === 'sdt') {
        controls -= 1;
        if (contentsControl > controls) contentsControl = Infinity;
      } else if (name === 'p' && contentsControl > controls) {
        builder.lineEnd();
        if (builder.written() > beforeParagraph) paragraphs += 1;
      }
    },
    text(text) {
      if (!skipping.text(text) && isText) put(text.replace(/[\r\n]+/g, ' '));
    },
  };
  return { listener, paragraphs: () => paragraphs };
}

export async function readDocx(reading: Reading, archive: ZipArchive): Promise<Outcome> {
  const { builder, name, progress } = reading;
  const main = archive.find(await documentName(archive)) ?? archive.find(USUAL_DOCUMENT);
  if (!main) throw problem(`"${name}" has no text in it: its main part is missing. Choose another copy of it.`);
  const folder = main.name.slice(0, main.name.lastIndexOf('/') + 1);
  const notes = ['footnotes.xml', 'endnotes.xml'].map((part) => archive.find(`${folder}${part}`));
  const parts = [main, ...notes].filter((part): part is Member => part !== null);
  const words = createWordListener(reading);
  for (const [index, part] of parts.entries()) {
    builder.block(true);
    const pieces = memberPieces(archive, part, (share) => progress((index + share) / parts.length));
    await readMarkup(pieces, { dialect: 'xml', listener: words.listener });
  }
  return { what: 'a Word document', unit: 'paragraph', count: words.paragraphs() };
}
