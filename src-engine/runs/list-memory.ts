// Writes down what the window's list shows, so that the next window shows it before its engine is there.
import { readFile } from 'node:fs/promises';
import { writeWholeFile } from '../model/write-whole-file';
import type { EngineEvent, ModelSummary, RunSummary } from '../protocol/messages';
import { LIST_VERSION, MOST_REMEMBERED, type RememberedList } from '../protocol/remembered-list';

/** The last of several changes is written. */
const REST_MS = 500;
/** Of what changes all the time: a run's progress. */
const PROGRESS_MS = 60_000;

const signOf = ({ name, state, queuePlace, sentence, colour, isArchived, elapsedMs }: RunSummary): string =>
  JSON.stringify([name, state, queuePlace, sentence, colour, isArchived, Math.floor(elapsedMs / PROGRESS_MS)]);

/** JSON has no infinite numbers. */
const written = (run: RunSummary): RunSummary => ({ ...run, sparkline: run.sparkline.filter(Number.isFinite) });

export class ListMemory {
  /** Whom the window shows. */
  opened: string | null = null;
  readonly #runs = new Map<string, RunSummary>();
  #models: ModelSummary[] | null = null;
  /** Those told of since the first part of the list. */
  #told = new Set<string>();
  #isWhole = false;
  #timer: NodeJS.Timeout | undefined;
  #text: string | null = null;

  constructor(private readonly path: string) {}

  hear(event: EngineEvent): void {
    if (event.kind === 'runs') this.hearPart(event);
    else if (event.kind === 'run-changed') this.hearOne(event.run);
    else if (event.kind === 'models') {
      this.#models = event.models;
      this.keepSoon();
    }
  }

  /** Its folder goes. */
  forget(id: string): void {
    this.#runs.delete(id);
    this.keepSoon();
  }

  /** Writes it where it has changed. */
  async keep(): Promise<void> {
    clearTimeout(this.#timer);
    if (!this.#isWhole || !this.#models) return;
    const text = JSON.stringify(this.content(this.#models));
    this.#text ??= await readFile(this.path, 'utf8').catch(() => '');
    if (text === this.#text) return;
    // Without it the next window waits for its engine.
    await writeWholeFile(this.path, text).then(
      () => (this.#text = text),
      () => undefined,
    );
  }

  /** The newest, and before them the run that is open and those that wait for their turn. */
  private content(models: ModelSummary[]): RememberedList {
    const isWanted = ({ id, queuePlace }: RunSummary) => id === this.opened || queuePlace !== null;
    const all = [...this.#runs.values()].sort((a, b) => b.createdMs - a.createdMs);
    const kept = [...all.filter(isWanted), ...all.filter((run) => !isWanted(run))].slice(0, MOST_REMEMBERED);
    const runs = kept.sort((a, b) => b.createdMs - a.createdMs).map(written);
    return { version: LIST_VERSION, runs, models: models.slice(0, MOST_REMEMBERED) };
  }

  private hearPart({ runs, isFirst, isLast }: Extract<EngineEvent, { kind: 'runs' }>): void {
    if (isFirst) this.#told = new Set();
    for (const run of runs) this.put(run);
    if (!isLast) return;
    for (const id of this.#runs.keys()) if (!this.#told.has(id)) this.#runs.delete(id);
    this.#isWhole = true;
    this.keepSoon();
  }

  private hearOne(run: RunSummary): void {
    const before = this.#runs.get(run.id);
    this.put(run);
    if (!before || signOf(before) !== signOf(run)) this.keepSoon();
  }

  private put(run: RunSummary): void {
    this.#told.add(run.id);
    this.#runs.set(run.id, run);
  }

  private keepSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.keep(), REST_MS).unref();
  }
}
