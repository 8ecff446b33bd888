// Takes the words out of Word documents (.docx): the text, its tables, boxes and notes; not what stands in the margins, in comments or crossed out.
import { problem } from '../problem';
import type { Thing } from './left-out';
import { readMarkup, type MarkupListener } from './markup-stream';
import { memberPieces } from './member-pieces';
import { attribute, type Outcome, type Reading } from './reading';
import { createSkipping } from './skipping';
import { createTableRows } from './table-rows';
import type { Member, ZipArchive } from './zip-archive';

const USUAL_DOCUMENT = 'word/document.xml';
const OFFICE_DOCUMENT = '/officeDocument';
/** Symbol fonts have their signs here; no other font does. */
const PRIVATE = [0xe000, 0xf8ff] as const;
const CONTENTS = /^table of contents$/i;

/** Passed over with all that is in them; some are worth a word. */
const SKIPPED: Readonly<Record<string, Thing | null>> = {
  Fallback: null, moveFrom: 'deletion', delText: 'deletion', rt: 'reading',
}; // prettier-ignore

const isOff = (value: string | undefined) => value === '0' || value === 'false' || value === 'off';

/** Where the document itself lies in the archive. */
async function documentName(archive: ZipArchive): Promise<string> {
  const relations = archive.find('_rels/.rels');
  let found = USUAL_DOCUMENT;
  if (!relations) return found;
  const listener: MarkupListener = {
    opened(_, attributes) {
      if (attributes.Type?.endsWith(OFFICE_DOCUMENT)) found = (attributes.Target ?? found).replace(/^\//, '');
    },
    closed: () => undefined,
    text: () => undefined,
  };
  await readMarkup(archive.read(relations), { dialect: 'xml', listener });
  return found;
}

/** Elements of a run that stand for one. */
const CHARACTERS: Readonly<Record<string, string>> = { tab: '\t', noBreakHyphen: '-' };

/** Null where it is no character but a font's picture. */
function characterOf(hex: string | undefined): string | null {
  const code = parseInt(hex ?? '', 16);
  const isNone = !(code > 0x1f) || code > 0xffff || (code >= PRIVATE[0] && code <= PRIVATE[1]);
  return isNone ? null : String.fromCharCode(code);
}

/** The lines between text and notes are notes, too. */
function isRule(name: string, attributes: Record<string, string>): boolean {
  return (name === 'footnote' || name === 'endnote') && (attribute(attributes, 'type') ?? 'normal') !== 'normal';
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

  const put = (text: string) => {
    const words = isNoteStart ? text.trimStart() : text;
    if (words !== '') isNoteStart = false;
    builder.literal(words);
  };
  const isSkipped = (name: string, attributes: Record<string, string>) => {
    if (Object.hasOwn(SKIPPED, name)) return skipping.opened(true, SKIPPED[name] ?? undefined);
    if (isRule(name, attributes)) return skipping.opened(true);
    return skipping.opened(name === 't' && (runs.at(-1) ?? false), 'hidden');
  };
  const inRun = (name: string, attributes: Record<string, string>) => {
    if (runs.at(-1)) return;
    if (name === 'br' || name === 'cr') builder.lineEnd();
    const character = name === 'sym' ? characterOf(attribute(attributes, 'char')) : CHARACTERS[name];
    if (character === null) leftOut.add('symbol');
    else put(character ?? '');
  };
  const beginNote = () => (isNoteStart = true);
  const isContents = () => contentsControl <= controls;
  const openings = new Map<string, (attributes: Record<string, string>) => void>([
    ['footnote', beginNote],
    ['endnote', beginNote],
    ['r', () => runs.push(false)],
    ['t', () => (isText = !isContents())],
    ['p', () => (beforeParagraph = builder.written())],
    ['tr', () => rows.rowOpened()],
    ['tc', () => rows.cellOpened()],
    ['txbxContent', () => builder.block()],
    ['blip', () => leftOut.add('picture')],
    ['imagedata', () => leftOut.add('picture')],
    ['commentReference', () => leftOut.add('comment')],
    ['headerReference', () => leftOut.add('margin')],
    ['footerReference', () => leftOut.add('margin')],
    ['sdt', () => (controls += 1)],
    [
      'vanish',
      (attributes) => {
        if (runs.length > 0) runs[runs.length - 1] = !isOff(attribute(attributes, 'val'));
      },
    ],
    [
      'docPartGallery',
      (attributes) => {
        if (isContents() || !CONTENTS.test(attribute(attributes, 'val') ?? '')) return;
        contentsControl = controls;
        leftOut.add('contents');
      },
    ],
  ]);
  const closings = new Map<string, () => void>([
    ['t', () => (isText = false)],
    ['r', () => runs.pop()],
    ['tr', () => rows.rowClosed()],
    ['txbxContent', () => builder.block()],
    [
      'sdt',
      () => {
        controls -= 1;
        if (!isContents()) contentsControl = Infinity;
      },
    ],
    [
      'p',
      () => {
        if (isContents()) return;
        builder.lineEnd();
        if (builder.written() > beforeParagraph) paragraphs += 1;
      },
    ],
  ]);
  const listener: MarkupListener = {
    opened(name, attributes) {
      if (isSkipped(name, attributes)) return;
      const opening = openings.get(name);
      if (opening) opening(attributes);
      else if (runs.length > 0 && !isContents()) inRun(name, attributes);
    },
    closed(name) {
      if (!skipping.closed()) closings.get(name)?.();
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
