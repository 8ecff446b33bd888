// The run folders that are being copied into the list, each of which can be stopped.
import { sentenceOf } from '../problem';
import type { EngineEvent } from '../protocol/messages';
import { PROGRESS_EVERY_MS, throttled } from '../throttle';
import { importRun } from './import-run';

export interface RunImportsParts {
  runsPath: string;
  emit(event: EngineEvent): void;
  /** Takes the new run into the list. */
  welcome(id: string): Promise<void>;
}

export class RunImports {
  private readonly copying = new Map<string, AbortController>();

  constructor(private readonly parts: RunImportsParts) {}

  async start(token: string, source: string): Promise<void> {
    const { runsPath, emit, welcome } = this.parts;
    const stop = new AbortController();
    this.copying.set(token, stop);
    const onProgress = throttled(PROGRESS_EVERY_MS, (share: number) => emit({ kind: 'importing', token, share }));
    let damage: string | null = null;
    const onNotice = (sentence: string) => void (damage = sentence);
    try {
      const run = await importRun(source, runsPath, { signal: stop.signal, onProgress, onNotice });
      await welcome(run);
      emit({ kind: 'import-ended', token, run, sentence: damage });
    } catch (error) {
      emit({ kind: 'import-ended', token, run: null, sentence: stop.signal.aborted ? null : sentenceOf(error) });
    } finally {
      this.copying.delete(token);
    }
  }

  stop(token: string): void {
    this.copying.get(token)?.abort();
  }
}
