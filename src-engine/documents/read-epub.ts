// Takes the words out of EPUB books: their chapters, in reading order.
import { posix } from 'node:path';
import { problem } from '../problem';
import { createPageListener } from './read-html';
import { readMarkup, type MarkupListener } from './markup-stream';
import { memberPieces } from './member-pieces';
import type { Outcome, Reading } from './reading';
import type { Member, ZipArchive } from './zip-archive';

/** Only fonts are disguised like this; everything else that is encrypted is protected against copying. */
const FOR_FONTS = ['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC'];
const CHAPTER = /^application\/xhtml\+xml$|^text\/(?:html|x-oeb1-document)$|^application\/x-dtbook\+xml$/;

/** Calls `opened` for each element; the rest of the file says nothing here. */
async function eachElement(archive: ZipArchive, member: Member, opened: MarkupListener['opened']): Promise<void> {
  const listener: MarkupListener = { opened, closed: () => undefined, text: () => undefined };
  await readMarkup(archive.read(member), { dialect: 'xml', listener });
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Paths within the archive of what is protected. */
async function protectedNames(archive: ZipArchive): Promise<Set<string>> {
  const found = new Set<string>();
  const list = archive.find('META-INF/encryption.xml');
  if (!list) return found;
  let isFont = false;
  await eachElement(archive, list, (name, attributes) => {
    if (name === 'EncryptedData') isFont = false;
    if (name === 'EncryptionMethod') isFont ||= FOR_FONTS.includes(attributes.Algorithm ?? '');
    if (name === 'CipherReference' && !isFont) found.add(decoded(attributes.URI ?? ''));
  });
  return found;
}

interface Book {
  /** Where the chapters lie, in reading order. */
  chapters: string[];
  contents: number;
}

async function bookOf(archive: ZipArchive, name: string): Promise<Book> {
  const lacking = () => problem(`"${name}" lacks its list of chapters. Choose another copy of it.`);
  const container = archive.find('META-INF/container.xml');
  if (!container) throw lacking();
  let packageName: string | undefined;
  await eachElement(archive, container, (element, attributes) => {
    if (element === 'rootfile') packageName ??= attributes['full-path'];
  });
  const file = packageName === undefined ? null : archive.find(packageName);
  if (!file) throw lacking();
  const folder = posix.dirname(file.name);
  const items = new Map<string, Record<string, string>>();
  const order: string[] = [];
  await eachElement(archive, file, (element, attributes) => {
    if (element === 'item' && attributes.id !== undefined) items.set(attributes.id, attributes);
    if (element === 'itemref' && attributes.idref !== undefined) order.push(attributes.idref);
  });
  const inOrder = order.map((id) => items.get(id)).filter((item) => item !== undefined);
  const isContents = (item: Record<string, string>) => /(?:^|\s)nav(?:\s|$)/.test(item.properties ?? '');
  const chapters = inOrder.filter((item) => CHAPTER.test(item['media-type'] ?? '') && !isContents(item));
  return {
    // A link names a place within a chapter; none is a file of its own twice.
    chapters: [...new Set(chapters.map(({ href = '' }) => posix.join(folder, decoded(href.replace(/#.*$/, '')))))],
    contents: inOrder.filter(isContents).length,
  };
}

export async function readEpub({ name, builder, leftOut, progress }: Reading, archive: ZipArchive): Promise<Outcome> {
  const { chapters, contents } = await bookOf(archive, name);
  const locked = await protectedNames(archive);
  if (chapters.some((chapter) => locked.has(chapter)) || archive.find('META-INF/sinf.xml')) {
    throw problem(
      `"${name}" is protected against copying (DRM), so its text cannot be read. Choose a copy without protection.`,
    );
  }
  leftOut.add('contents', contents);
  let count = 0;
  for (const [index, chapter] of chapters.entries()) {
    const member = archive.find(chapter);
    if (!member) {
      leftOut.add('missing');
      continue;
    }
    const before = builder.written();
    builder.block(true);
    const pieces = memberPieces(archive, member, (share) => progress((index + share) / chapters.length));
    await readMarkup(pieces, { dialect: 'html', listener: createPageListener(builder, leftOut) });
    if (builder.written() > before) count += 1;
  }
  return { what: 'an EPUB book', unit: 'chapter', count };
}
