// What the window asks about texts: summaries and conversions, in the background, each of which can be stopped.
import { convertToUtf8 } from '../corpus/convert-text';
import { fitDefaults } from '../corpus/fit-settings';
import { firstLines, summarise, type SummaryListener } from '../corpus/summary';
import { openTextFiles, type TextFiles } from '../corpus/text-files';
import { isUnreadable } from '../documents/readable-texts';
import { problem, sentenceOf } from '../problem';
import type { EngineCommand, EngineEvent } from '../protocol/messages';
import { PROGRESS_EVERY_MS, throttled } from '../throttle';
import type { DocumentDesk } from './document-desk';

type Command<Kind extends EngineCommand['kind']> = Extract<EngineCommand, { kind: Kind }>;

export interface TextDeskParts {
  emit(event: EngineEvent): void;
  /** The paths a token stands for. */
  pathsOf(token: string): Promise<string[]>;
  documents: Pick<DocumentDesk, 'choose' | 'pathsOf' | 'readable' | 'stop'>;
}

async function openWithBytes(paths: string[]): Promise<TextFiles> {
  const text = await openTextFiles(paths);
  if (text.bytes > 0) return text;
  await text.close();
  throw problem(`"${text.name}" is empty. Choose a text with at least a few hundred bytes.`);
}

export class TextDesk {
  private counting: { token: string; stop: AbortController } | null = null;
  private readonly converting = new Map<string, AbortController>();

  constructor(private readonly parts: TextDeskParts) {}

  /** A later one ends the counting of an earlier one. */
  async summarise({ token, reading }: Command<'summarise-text'>): Promise<void> {
    const { emit, documents } = this.parts;
    this.counting?.stop.abort();
    if (this.counting && this.counting.token !== token) documents.stop(this.counting.token);
    documents.choose(token, reading);
    const stop = new AbortController();
    this.counting = { token, stop };
    try {
      const { paths, reports } = await documents.readable(token);
      const text = await openWithBytes(paths);
      const fitted = { ...fitDefaults(text.bytes) };
      const listener: SummaryListener = {
        onSummary: (summary) =>
          emit({ kind: 'text-summary', summary: { token, ...summary, fitted, documents: reports } }),
        onCounts: (counts) => emit({ kind: 'text-counts', token, counts }),
      };
      try {
        await summarise(text, listener, stop.signal);
      } finally {
        await text.close();
      }
    } catch (error) {
      if (stop.signal.aborted) return;
      emit({ kind: 'text-failed', token, sentence: sentenceOf(error), mayBeReadAsIs: isUnreadable(error) });
    }
  }

  /** Taking out its text; whoever waits for it is told so. */
  stopExtracting({ token }: Command<'stop-extracting'>): void {
    this.stopCounting({ kind: 'stop-counting', token });
    this.parts.documents.stop(token);
  }

  stopCounting({ token }: Command<'stop-counting'>): void {
    if (this.counting?.token === token) this.counting.stop.abort();
  }

  async preview({ token, encoding }: Command<'preview-text'>): Promise<void> {
    const text = await openTextFiles(await this.parts.documents.pathsOf(token));
    try {
      this.parts.emit({ kind: 'text-preview', token, encoding, firstLines: await firstLines(text, encoding) });
    } finally {
      await text.close();
    }
  }

  async convert({ token, encoding, target }: Command<'convert-text'>): Promise<void> {
    const { emit, pathsOf, documents } = this.parts;
    const stop = new AbortController();
    this.converting.set(target, stop);
    const onProgress = throttled(PROGRESS_EVERY_MS, (share: number) =>
      emit({ kind: 'text-converting', target, share }),
    );
    const ended = (isWritten: boolean, sentence: string | null) =>
      emit({ kind: 'text-converted', target, isWritten, sentence });
    try {
      const [[place = ''], text] = [await pathsOf(target), await openWithBytes(await documents.pathsOf(token))];
      try {
        await convertToUtf8(text, encoding, place, { signal: stop.signal, onProgress });
      } finally {
        await text.close();
      }
      ended(true, null);
    } catch (error) {
      ended(false, stop.signal.aborted ? null : sentenceOf(error));
    } finally {
      this.converting.delete(target);
    }
  }

  stopConverting({ target }: Command<'stop-converting'>): void {
    this.converting.get(target)?.abort();
  }
}
