// Says what a file is by its first bytes: a text, a document whose words are taken out, or neither. Its name only decides where bytes cannot.
import { guessEncoding } from '../corpus/guess-encoding';
import { SIGNATURES, type Advice, type Signature } from './signatures';

/** A document's form; `zip` and `ole` hold several kinds, which only their contents tell. */
export type Form = 'zip' | 'ole' | 'pdf' | 'rtf' | 'html' | 'fictionbook' | Subtitles;
export type Subtitles = 'subrip' | 'webvtt' | 'substation' | 'microdvd';

export type Recognised =
  | { is: 'text' }
  | { is: 'document'; form: Form }
  /** `what` is part of a sentence: "is a PNG picture". */
  | { is: 'foreign'; what: string; advice: Advice };

/** So much of a file's beginning is looked at. */
export const BEGINNING_BYTES = 8192;
/** A PDF may have other bytes before its own. */
const PDF_WITHIN = 1024;

/** Of archives with members, and of empty ones and parts. */
const ZIP_BEGINNINGS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

function hasSignature(beginning: string, { bytes, at = 0 }: Signature): boolean {
  if (beginning.length < at + bytes.length) return false;
  for (let index = 0; index < bytes.length; index++) {
    if (bytes[index] !== '?' && bytes[index] !== beginning[at + index]) return false;
  }
  return true;
}

/** Its characters, as its encoding has them, without mark and leading space. */
function charactersOf(beginning: Uint8Array): string {
  return new TextDecoder(guessEncoding(beginning).encoding).decode(beginning, { stream: true }).trimStart();
}

/** What stands before the first tag of a page: declaration, comments. */
const BEFORE_HTML = /^(?:\s|<\?xml[^>]*>|<!--[\s\S]*?-->)*/;
const HTML = /^<(?:!doctype\s+html|html|head|body)\b/i;
const TAG = /<(?:p|div|h[1-6]|br|table|span|a|ul|ol|title|meta)\b[^>]*>/i;
const HTML_NAME = /\.(?:x?html?|xht)$/i;

const SUBRIP = /^\d+[ \t]*\r?\n\d{1,2}:\d{2}:\d{2}[,.]\d{1,3}[ \t]*-->/;
const MICRODVD = /^(?:\{\d+\}\{\d*\}[^\r\n]*(?:\r?\n|$)){1,}/;

function textualForm(text: string, name: string): Form | null {
  if (/^WEBVTT(?:[ \t\r\n]|$)/.test(text)) return 'webvtt';
  if (SUBRIP.test(text)) return 'subrip';
  if (/^(?:;[^\n]*\n|\s)*\[Script Info\]/i.test(text)) return 'substation';
  if (MICRODVD.test(text)) return 'microdvd';
  const body = text.replace(BEFORE_HTML, '');
  if (/^<FictionBook\b/.test(body)) return 'fictionbook';
  if (HTML.test(body)) return 'html';
  // A piece of a page has no beginning that tells.
  return HTML_NAME.test(name) && TAG.test(body) ? 'html' : null;
}

/** `beginning` are the first `BEGINNING_BYTES`, fewer where the file is shorter. */
export function recognise(beginning: Uint8Array, name: string): Recognised {
  const bytes = latin1(beginning);
  if (ZIP_BEGINNINGS.some((signature) => bytes.startsWith(signature))) return { is: 'document', form: 'zip' };
  if (bytes.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return { is: 'document', form: 'ole' };
  if (bytes.startsWith('{\\rtf')) return { is: 'document', form: 'rtf' };
  const pdf = bytes.slice(0, PDF_WITHIN).indexOf('%PDF-');
  if (pdf === 0 || (pdf > 0 && /[^\t\n\f\r -~]/.test(bytes))) return { is: 'document', form: 'pdf' };
  const known = SIGNATURES.find((signature) => hasSignature(bytes, signature));
  if (known) return { is: 'foreign', what: known.what, advice: known.advice };
  const form = textualForm(charactersOf(beginning), name);
  return form === null ? { is: 'text' } : { is: 'document', form };
}
