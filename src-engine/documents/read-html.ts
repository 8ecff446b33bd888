// Takes the words out of web pages and of the chapters of EPUB books.
import { filePieces } from './file-pieces';
import type { LeftOut, Thing } from './left-out';
import { readMarkup, type MarkupListener } from './markup-stream';
import type { Outcome, Reading } from './reading';
import { createSkipping } from './skipping';
import { createTableRows } from './table-rows';
import type { TextBuilder } from './text-builder';

/** An empty line stands before and after them. */
const APART = new Set('p h1 h2 h3 h4 h5 h6 blockquote pre ul ol dl table figure hr'.split(' '));
/** They stand on lines of their own. */
const BLOCKS = new Set(
  'address article aside body caption center dd details dialog div dt fieldset figcaption footer form header hgroup legend li main section summary tbody tfoot thead'.split(
    ' ',
  ),
);
const TIGHT = new Set(['li', 'td', 'th', 'dd']);
/** Passed over with all that is in them; some are worth a word. */
const SKIPPED: Readonly<Record<string, Thing | null>> = {
  script: null, style: null, template: null, noscript: null, title: null, iframe: null, object: null, rp: null,
  annotation: null, 'annotation-xml': null, datalist: null, del: 'deletion',
  audio: null, video: null, canvas: 'picture', svg: 'picture', rt: 'reading', nav: 'navigation', select: 'field', textarea: 'field', button: 'field',
}; // prettier-ignore

const NOTE_CLASS = /(?:^|\s)(?:noteref|footnote-(?:ref|back)|sdfootnote(?:anc|sym)|sdendnote(?:anc|sym))(?:\s|$)/;
const HIDING = /display\s*:\s*none|visibility\s*:\s*hidden/i;

function isHidden({ hidden, style }: Record<string, string>): boolean {
  return hidden !== undefined || (style !== undefined && HIDING.test(style));
}

/** The number of a note within the text, and the way back from the note: beside a word they would become part of it. */
function isNoteMark(name: string, { role, 'epub:type': type, class: classes = '' }: Record<string, string>): boolean {
  if (name !== 'a') return false;
  return /^doc-(?:noteref|backlink)$/.test(role ?? '') || type === 'noteref' || NOTE_CLASS.test(classes);
}

/** What word processors write of the margins of their pages. */
const isMargin = (name: string, { title }: Record<string, string>) =>
  name === 'div' && (title === 'header' || title === 'footer');

/** In EPUB books the numbers of the printed pages stand within the text. */
const isPageNumber = (attributes: Record<string, string>) =>
  attributes['epub:type'] === 'pagebreak' || attributes.role === 'doc-pagebreak';

export function createPageListener(builder: TextBuilder, leftOut: LeftOut): MarkupListener {
  const skipping = createSkipping(leftOut);
  const rows = createTableRows(builder);
  let preformatted = 0;
  let isPreStart = false;
  /** Paragraphs within list items and cells are lines. */
  let tight = 0;
  const edge = (name: string) => {
    if (APART.has(name)) builder.block(tight === 0 || name === 'pre');
    else if (BLOCKS.has(name)) builder.block();
  };

  const isSkipped = (name: string, attributes: Record<string, string>) => {
    if (isHidden(attributes)) return skipping.opened(true, 'hidden');
    if (isPageNumber(attributes)) return skipping.opened(true);
    if (isNoteMark(name, attributes)) return skipping.opened(true, 'noteMark');
    if (isMargin(name, attributes)) return skipping.opened(true, 'margin');
    if (!Object.hasOwn(SKIPPED, name)) return skipping.opened(false);
    return skipping.opened(true, SKIPPED[name] ?? undefined);
  };
  const openings = new Map<string, () => void>([
    ['br', () => builder.lineEnd()],
    ['tr', () => rows.rowOpened()],
    ['td', () => rows.cellOpened()],
    ['th', () => rows.cellOpened()],
    ['q', () => builder.literal('“')],
    ['img', () => leftOut.add('picture')],
    ['image', () => leftOut.add('picture')],
    ['input', () => leftOut.add('field')],
    [
      'pre',
      () => {
        preformatted += 1;
        isPreStart = true;
      },
    ],
  ]);
  return {
    opened(name, attributes) {
      if (isSkipped(name, attributes)) return;
      edge(name);
      if (TIGHT.has(name)) tight += 1;
      openings.get(name)?.();
    },
    closed(name) {
      if (skipping.closed()) return;
      if (TIGHT.has(name)) tight = Math.max(0, tight - 1);
      edge(name);
      if (name === 'tr') rows.rowClosed();
      if (name === 'q') builder.literal('”');
      if (name === 'pre') preformatted = Math.max(0, preformatted - 1);
    },
    text(text) {
      if (skipping.text(text)) return;
      if (preformatted === 0) builder.flowing(text);
      // The line end right after the tag is not part of the text.
      else builder.literal(isPreStart ? text.replace(/^\r?\n/, '') : text);
      isPreStart = false;
    },
  };
}

/** Web pages and their fragments. */
export async function readHtml({ path, builder, leftOut, progress }: Reading): Promise<Outcome> {
  const listener = createPageListener(builder, leftOut);
  await readMarkup(filePieces(path, progress), { dialect: 'html', listener });
  return { what: 'a web page', unit: 'page', count: 1 };
}
