// What the window asks about runs that go on elsewhere: the folder for a bigger machine, written in the background; it can be stopped.
import { isSameRun } from '../handover/handed-run';
import { writeHandover } from '../handover/write-handover';
import { settingsProblem } from '../hyperparameters';
import { problem, sentenceOf } from '../problem';
import type { EngineCommand, EngineEvent } from '../protocol/messages';
import { readRecord, type RunFolder } from '../run-files/run-folder';
import { PROGRESS_EVERY_MS, throttled } from '../throttle';

type Command<Kind extends EngineCommand['kind']> = Extract<EngineCommand, { kind: Kind }>;

export interface HandoverDeskParts {
  /** Where train.py lies, and what explains it. */
  assets: URL;
  emit(event: EngineEvent): void;
  /** The paths a token stands for. */
  pathsOf(token: string): Promise<string[]>;
  folderOf(run: string): RunFolder;
}

export class HandoverDesk {
  private readonly writing = new Map<string, AbortController>();

  constructor(private readonly parts: HandoverDeskParts) {}

  async handOver({ run, token, options }: Command<'hand-over'>): Promise<void> {
    const { assets, emit, pathsOf, folderOf } = this.parts;
    const { length, lengthUnit, ...growth } = options;
    const stop = new AbortController();
    this.writing.set(token, stop);
    const onProgress = throttled(PROGRESS_EVERY_MS, (share: number) => emit({ kind: 'handing-over', token, share }));
    const ended = (isWritten: boolean, sentence: string | null) =>
      emit({ kind: 'handed-over', token, isWritten, sentence });
    try {
      const [out = ''] = await pathsOf(token);
      const record = await readRecord(folderOf(run));
      const wrong = settingsProblem({ ...record.settings, length, lengthUnit });
      if (wrong) throw problem(wrong);
      const wanted = { ...growth, length: { length, lengthUnit }, out, signal: stop.signal, onProgress };
      const { sentences } = await writeHandover(assets, folderOf(run), wanted);
      // How another run begins the window has said before.
      ended(true, isSameRun(record, growth) ? sentences.join(' ') || null : null);
    } catch (error) {
      ended(false, stop.signal.aborted ? null : sentenceOf(error));
    } finally {
      this.writing.delete(token);
    }
  }

  stop({ token }: Command<'stop-handing-over'>): void {
    this.writing.get(token)?.abort();
  }
}
