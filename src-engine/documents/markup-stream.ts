// Reads XML and HTML piece by piece, without ever holding a tree: depth and length of a document cost nothing, and entities it declares are not expanded.
import { Parser } from 'htmlparser2';
import { problem } from '../problem';
import { charsetOf } from './charset';

export interface MarkupListener {
  opened(name: string, attributes: Record<string, string>): void;
  closed(name: string): void;
  text(text: string): void;
}

export interface MarkupOptions {
  /** Names lose their prefix: `w:p` is `p`. */
  dialect: 'xml' | 'html';
  listener: MarkupListener;
}

export interface MarkupStream {
  write(piece: Uint8Array): void;
  end(): void;
}

/** Elements within one another; sloppy pages have hundreds, and beyond this the parser's time grows with the depth. */
const MOST_DEPTH = 20_000;

const withoutPrefix = (name: string) => name.slice(name.indexOf(':') + 1);

const TOO_DEEP =
  'A part of the document is nested deeper than any program writes, as only files built to do harm are. Choose another file.';

function createMarkupStream({ dialect, listener }: MarkupOptions): MarkupStream {
  const isXml = dialect === 'xml';
  const localName = isXml ? withoutPrefix : (name: string) => name;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        if (depth > MOST_DEPTH) throw problem(TOO_DEEP);
        listener.opened(localName(name), attributes);
      },
      onclosetag: (name) => {
        depth -= 1;
        listener.closed(localName(name));
      },
      ontext: (text) => listener.text(text),
    },
    { xmlMode: isXml, recognizeSelfClosing: true },
  );
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  return {
    write(piece) {
      decoder ??= new TextDecoder(charsetOf(piece, dialect));
      parser.write(decoder.decode(piece, { stream: true }));
    },
    end() {
      parser.write(decoder?.decode() ?? '');
      parser.end();
    },
  };
}

export async function readMarkup(pieces: AsyncIterable<Uint8Array>, options: MarkupOptions): Promise<void> {
  const stream = createMarkupStream(options);
  for await (const piece of pieces) stream.write(piece);
  stream.end();
}
