// Tells by its members what a zip file is: many kinds of document are one.
import { ADVICE, type Advice } from './signatures';
import type { Member, ZipArchive } from './zip-archive';

export type ZipKind = 'docx' | 'odt' | 'epub' | 'archive';
export type SortedZip = { is: ZipKind } | { is: 'foreign'; what: string; advice: Advice };

const MOST_TYPE_BYTES = 200;
const foreign = (what: string, advice: Advice): SortedZip => ({ is: 'foreign', what, advice });

/** What the documents of the OpenDocument family are called in their `mimetype`. */
const OPEN_DOCUMENTS: readonly [RegExp, SortedZip][] = [
  [/^application\/epub\+zip/, { is: 'epub' }],
  [/opendocument\.text/, { is: 'odt' }],
  [/opendocument\.spreadsheet/, foreign('an OpenDocument spreadsheet', 'sheet')],
  [/opendocument\.presentation/, foreign('an OpenDocument presentation', 'slides')],
  [/opendocument/, foreign('an OpenDocument drawing or formula', 'program')],
];

/** By a member that only they have. */
const BY_MEMBER: readonly [RegExp, SortedZip][] = [
  [/^word\//, { is: 'docx' }],
  [/^xl\//, foreign('an Excel spreadsheet', 'sheet')],
  [/^ppt\//, foreign('a PowerPoint presentation', 'slides')],
  [/^META-INF\/container\.xml$/, { is: 'epub' }],
  [/^[^/]+\/data\.pkl$/, foreign('a PyTorch file (torch.save)', 'network')],
  [/^Index\/Slide/, foreign('a Keynote presentation', 'slides')],
  [/^(?:Index\/.*\.iwa|Index\.zip|index\.xml\.gz|index\.apxl)$/, foreign('an Apple iWork document (Pages or Numbers)', 'word')],
]; // prettier-ignore

async function typeOf(archive: ZipArchive, member: Member): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of archive.read(member)) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes > MOST_TYPE_BYTES) break;
  }
  return Buffer.concat(pieces).toString('latin1').trim();
}

/** The sentence for a file whose words cannot be had. */
export function foreignSentence(name: string, what: string, advice: Advice): string {
  return `"${name}" is ${what}, not a text. ${ADVICE[advice]}.`;
}

export async function sortZip(archive: ZipArchive): Promise<SortedZip> {
  const mimetype = archive.find('mimetype');
  if (mimetype && !mimetype.isEncrypted) {
    const type = await typeOf(archive, mimetype);
    const known = OPEN_DOCUMENTS.find(([pattern]) => pattern.test(type));
    if (known) return known[1];
  }
  const names = archive.members.map(({ name }) => name);
  const isOffice = names.includes('[Content_Types].xml') || names.some((name) => name.startsWith('_rels/'));
  for (const [pattern, kind] of BY_MEMBER) {
    const isTelling = isOffice || !/^\^(?:word|xl|ppt)/.test(pattern.source);
    if (isTelling && names.some((name) => pattern.test(name))) return kind;
  }
  return { is: 'archive' };
}
