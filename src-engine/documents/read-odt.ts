// Takes the words out of OpenDocument texts (.odt): the text, its tables and boxes, then its notes; not comments, deletions or margins.
import { problem } from '../problem';
import type { Thing } from './left-out';
import { readMarkup, type MarkupListener } from './markup-stream';
import { memberPieces } from './member-pieces';
import { attribute, type Outcome, type Reading } from './reading';
import { createSkipping } from './skipping';
import { createTableRows } from './table-rows';
import { createTextBuilder, type TextBuilder } from './text-builder';
import type { ZipArchive } from './zip-archive';

const SKIPPED: Readonly<Record<string, Thing | null>> = {
  annotation: 'comment', deletion: 'deletion', 'ruby-text': 'reading', 'table-of-content': 'contents', 'note-citation': null,
  title: null, desc: null, number: null, forms: null, scripts: null, 'list-label': null,
}; // prettier-ignore
const MOST_SPACES = 1000;

/** At least one. */
function spaces(count: string | undefined): string {
  return ' '.repeat(Math.min(MOST_SPACES, Math.max(1, Math.floor(Number(count ?? 1)) || 1)));
}

/** Throws a `Problem` for a document that is locked with a password. */
async function checkLock(archive: ZipArchive, name: string): Promise<void> {
  const manifest = archive.find('META-INF/manifest.xml');
  if (!manifest) return;
  const listener: MarkupListener = {
    opened(element) {
      if (element === 'encryption-data') {
        throw problem(`"${name}" is locked with a password. Save a copy without one, then choose that.`);
      }
    },
    closed: () => undefined,
    text: () => undefined,
  };
  await readMarkup(archive.read(manifest), { dialect: 'xml', listener });
}

/** The notes stand behind the text, each on lines of its own. */
interface Notes {
  builder: TextBuilder;
  text(): string;
}

function createNotes(): Notes {
  const pieces: string[] = [];
  const builder = createTextBuilder((text) => pieces.push(text));
  return { builder, text: () => pieces.join('') };
}

function createOdtListener({ builder: main, leftOut }: Reading, notes: Notes) {
  const skipping = createSkipping(leftOut);
  const hiddenStyles = new Set<string>();
  let styleName = '';
  let builder = main;
  const rows = { main: createTableRows(main), notes: createTableRows(notes.builder) };
  const currentRows = () => (builder === main ? rows.main : rows.notes);
  /** Paragraphs and headings, one within another where a box or a note is anchored. */
  let paragraphs = 0;
  let depth = 0;

  const isHidden = (name: string, attributes: Record<string, string>) => {
    if (name === 'hidden-text' || name === 'hidden-paragraph') return attribute(attributes, 'is-hidden') === 'true';
    if (name === 'section') return attribute(attributes, 'display') === 'none';
    if (name !== 'span' && name !== 'p' && name !== 'h') return false;
    return hiddenStyles.has(attribute(attributes, 'style-name') ?? '');
  };
  const isSkipped = (name: string, attributes: Record<string, string>) => {
    if (isHidden(name, attributes)) return skipping.opened(true, 'hidden');
    if (!Object.hasOwn(SKIPPED, name)) return skipping.opened(false);
    return skipping.opened(true, SKIPPED[name] ?? undefined);
  };
  const beginParagraph = () => {
    depth += 1;
    paragraphs += 1;
  };
  const endParagraph = () => {
    depth -= 1;
    builder.lineEnd();
  };
  const openings = new Map<string, (attributes: Record<string, string>) => void>([
    ['style', (attributes) => (styleName = attribute(attributes, 'name') ?? '')],
    [
      'text-properties',
      (attributes) => {
        if (attribute(attributes, 'display') === 'none') hiddenStyles.add(styleName);
      },
    ],
    ['p', beginParagraph],
    ['h', beginParagraph],
    ['s', (attributes) => builder.literal(spaces(attribute(attributes, 'c')))],
    ['tab', () => builder.literal('\t')],
    ['line-break', () => builder.lineEnd()],
    ['table-row', () => currentRows().rowOpened()],
    ['table-cell', () => currentRows().cellOpened()],
    ['covered-table-cell', () => currentRows().cellOpened()],
    ['text-box', () => builder.block()],
    ['note-body', () => (builder = notes.builder)],
    ['image', () => leftOut.add('picture')],
  ]);
  const closings = new Map<string, () => void>([
    ['p', endParagraph],
    ['h', endParagraph],
    ['table-row', () => currentRows().rowClosed()],
    ['text-box', () => builder.block()],
    ['note-body', () => (builder = main)],
  ]);
  const listener: MarkupListener = {
    opened(name, attributes) {
      if (!isSkipped(name, attributes)) openings.get(name)?.(attributes);
    },
    closed(name) {
      if (!skipping.closed()) closings.get(name)?.();
    },
    text(text) {
      if (!skipping.text(text) && depth > 0) builder.flowing(text);
    },
  };
  return { listener, paragraphs: () => paragraphs };
}

/** They stand with the styles, which are not read for words. */
async function countMargins(archive: ZipArchive, { leftOut }: Reading): Promise<void> {
  const styles = archive.find('styles.xml');
  if (!styles) return;
  const listener: MarkupListener = {
    opened(name) {
      if (/^(?:header|footer)(?:-left|-first)?$/.test(name)) leftOut.add('margin');
    },
    closed: () => undefined,
    text: () => undefined,
  };
  await readMarkup(archive.read(styles), { dialect: 'xml', listener });
}

export async function readOdt(reading: Reading, archive: ZipArchive): Promise<Outcome> {
  const { builder, name, progress } = reading;
  await checkLock(archive, name);
  const content = archive.find('content.xml');
  if (!content) throw problem(`"${name}" has no text in it: its main part is missing. Choose another copy of it.`);
  const notes = createNotes();
  const words = createOdtListener(reading, notes);
  await readMarkup(memberPieces(archive, content, progress), { dialect: 'xml', listener: words.listener });
  builder.block(true);
  builder.verbatim(notes.text());
  await countMargins(archive, reading);
  return { what: 'an OpenDocument text', unit: 'paragraph', count: words.paragraphs() };
}
