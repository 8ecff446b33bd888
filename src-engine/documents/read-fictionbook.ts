// Takes the words out of FictionBook files (.fb2): XML with the whole book in one file.
import { filePieces } from './file-pieces';
import { readMarkup, type MarkupListener } from './markup-stream';
import type { Outcome, Reading } from './reading';
import { createSkipping } from './skipping';
import { createTableRows } from './table-rows';

const SKIPPED = new Set(['description', 'binary', 'stylesheet']);
const APART = new Set(['title', 'section', 'epigraph', 'cite', 'poem', 'stanza', 'subtitle', 'table', 'body']);
const LINES = new Set(['p', 'v', 'text-author', 'date']);

export async function readFictionBook({ path, builder, leftOut, progress }: Reading): Promise<Outcome> {
  const skipping = createSkipping(leftOut);
  const rows = createTableRows(builder);
  let sections = 0;
  const edge = (name: string) => {
    if (APART.has(name)) builder.block(true);
    else if (LINES.has(name)) builder.block();
  };
  const listener: MarkupListener = {
    opened(name) {
      if (skipping.opened(SKIPPED.has(name))) return;
      edge(name);
      if (name === 'section') sections += 1;
      if (name === 'empty-line') builder.block(true);
      if (name === 'image') leftOut.add('picture');
      if (name === 'tr') rows.rowOpened();
      if (name === 'td' || name === 'th') rows.cellOpened();
    },
    closed(name) {
      if (skipping.closed()) return;
      edge(name);
      if (name === 'tr') rows.rowClosed();
    },
    text(text) {
      if (!skipping.text(text)) builder.flowing(text);
    },
  };
  await readMarkup(filePieces(path, progress), { dialect: 'xml', listener });
  return { what: 'a FictionBook', unit: 'section', count: sections };
}
