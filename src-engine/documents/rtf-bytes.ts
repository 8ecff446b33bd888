// Collects the bytes of RTF that belong together: a character of a code page may have two.
import { decode, encodingExists } from 'iconv-lite';
import { encodingOf } from './rtf-words';

const MOST_WAITING = 8192;

export interface RtfBytes {
  add(byte: number, codePage: number): void;
  flush(): void;
}

/** `pass` gets them as text. */
export function createRtfBytes(pass: (text: string) => void): RtfBytes {
  let bytes: number[] = [];
  let page = 0;
  const flush = () => {
    if (bytes.length === 0) return;
    const encoding = encodingOf(page);
    pass(decode(Buffer.from(bytes), encodingExists(encoding) ? encoding : 'windows-1252'));
    bytes = [];
  };
  return {
    add(byte, codePage) {
      if (page !== codePage || bytes.length > MOST_WAITING) flush();
      page = codePage;
      bytes.push(byte);
    },
    flush,
  };
}
