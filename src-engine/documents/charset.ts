// Finds out in which encoding a page or an XML file is written: by its mark, by what it declares, else by its bytes.
import { guessEncoding } from '../corpus/guess-encoding';
import { markOf } from '../corpus/marks';

/** A page has to declare it within so many bytes; many do it later. */
const DECLARED_WITHIN = 4096;
const META = /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i;
const XML = /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)["']/i;

function known(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** A label for `TextDecoder`; `beginning` is the first piece of the file. */
export function charsetOf(beginning: Uint8Array, dialect: 'xml' | 'html'): string {
  const mark = markOf(beginning);
  if (mark) return mark.encoding;
  const head = Buffer.from(beginning.subarray(0, DECLARED_WITHIN)).toString('latin1');
  const declared = XML.exec(head)?.[1] ?? (dialect === 'html' ? META.exec(head)?.[1] : undefined);
  const label = declared === undefined ? null : known(declared);
  // What was read as bytes cannot be UTF-16.
  if (label !== null) return label.startsWith('utf-16') ? 'utf-8' : label;
  return dialect === 'xml' && beginning[0] !== 0 && beginning[1] !== 0 ? 'utf-8' : guessEncoding(beginning).encoding;
}
