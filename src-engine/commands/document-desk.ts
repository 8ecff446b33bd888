// What the window's tokens stand for, once it is text: documents among the files are read first, each token's once, in the way the person chose.
import { makeReadable, type Readable, type ReadableParts } from '../documents/readable-texts';
import { problem } from '../problem';
import type { TextReading } from '../protocol/documents';
import type { EngineEvent } from '../protocol/messages';

export interface DocumentDeskParts extends ReadableParts {
  emit(event: EngineEvent): void;
  /** The files and folders a token stands for. */
  pathsOf(token: string): Promise<string[]>;
}

interface Made {
  stop: AbortController;
  readable: Promise<Readable>;
}

const AS_FOUND: TextReading = { isAsIs: false, leaveOut: [] };
const stopped = () => problem('The text is no longer being read. Choose it again.');

export class DocumentDesk {
  private readonly readings = new Map<string, TextReading>();
  private readonly made = new Map<string, Made>();

  constructor(private readonly parts: DocumentDeskParts) {}

  /** The same again changes nothing; another one ends what is under way and the files are read again. */
  choose(token: string, reading: TextReading): void {
    if (JSON.stringify(this.readings.get(token) ?? AS_FOUND) === JSON.stringify(reading)) return;
    this.readings.set(token, reading);
    this.stop(token);
  }

  stop(token: string): void {
    this.made.get(token)?.stop.abort(stopped());
    this.made.delete(token);
  }

  /** Of texts only. */
  pathsOf = async (token: string): Promise<string[]> => (await this.readable(token)).paths;

  readable(token: string): Promise<Readable> {
    const known = this.made.get(token);
    if (known) return known.readable;
    const stop = new AbortController();
    const made = { stop, readable: this.read(token, stop.signal) };
    this.made.set(token, made);
    // What could not be read may be readable the next time.
    made.readable.catch(() => {
      if (this.made.get(token) === made) this.made.delete(token);
    });
    return made.readable;
  }

  private async read(token: string, signal: AbortSignal): Promise<Readable> {
    const paths = await this.parts.pathsOf(token);
    return makeReadable(paths, this.parts, {
      reading: this.readings.get(token) ?? AS_FOUND,
      signal,
      onProgress: (document) => this.parts.emit({ kind: 'text-extracting', token, ...document }),
    });
  }
}
