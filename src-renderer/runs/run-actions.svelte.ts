// What can be done with a run in the list: rename it, queue it, show or trash its folder, import one.
import type { EngineCommand, EngineEvent, RunSummary } from '../../src-engine/protocol/messages';
import type { Offered, WindowApi } from '../../src-main/calls/window-api';
import type { Notices } from '../notices/notices.svelte';
import { HandingOver } from './handing-over.svelte';

/** A finished run has nothing left to do: it is trained longer. */
export const canQueue = ({ state }: RunSummary): boolean => state === 'paused' || state === 'failed';

export type ActionEvent = Extract<EngineEvent, { kind: 'importing' | 'import-ended' | 'text-lost' | 'text-located' }>;

export interface RunActionParts {
  api: WindowApi;
  send: (command: EngineCommand) => boolean;
  notices: Notices;
  open(id: string): void;
  /** The run's folder is gone. */
  gone(id: string): void;
}

export class RunActions {
  /** The run that did not find its text. */
  lostText = $state<string | null>(null);
  /** Whose name is being typed. */
  renaming = $state<string | null>(null);
  /** The run folder that is being copied into the list. */
  importing = $state.raw<{ token: string; name: string; share: number } | null>(null);
  /** Offered before there was an engine to hear of it. */
  #isImportWaiting = false;
  readonly handover: HandingOver;
  readonly #parts: RunActionParts;
  /** A run that continues as soon as its text is found. */
  #resumesWithText: string | null = null;

  constructor(parts: RunActionParts) {
    this.#parts = parts;
    this.handover = new HandingOver(parts);
  }

  rename(run: string, typed: string): void {
    this.renaming = null;
    const name = typed.trim();
    if (name !== '') this.#parts.send({ kind: 'rename-run', run, name });
  }

  /** Those that can be, in this order. */
  queue(runs: readonly RunSummary[]): void {
    for (const { id } of runs.filter(canQueue)) this.#parts.send({ kind: 'queue-run', run: id });
  }

  unqueue(run: string): void {
    this.#parts.send({ kind: 'unqueue-run', run });
  }

  /** What trains is paused by it. */
  archive(runs: readonly RunSummary[], isArchived: boolean): void {
    for (const { id } of runs) this.#parts.send({ kind: 'archive-run', run: id, isArchived });
  }

  colour(run: string, colour: number): void {
    this.#parts.send({ kind: 'colour-run', run, colour });
  }

  /** `place` counts from 1. */
  moveInQueue(run: string, place: number): void {
    if (place >= 1) this.#parts.send({ kind: 'move-in-queue', run, place });
  }

  reveal(run: string): void {
    void this.#parts.api.revealRun(run);
  }

  async trash(runs: readonly RunSummary[]): Promise<void> {
    const { gone, sentence } = await this.#parts.api.trashRuns(runs.map(({ id, name }) => ({ id, name })));
    if (sentence !== null) this.#parts.notices.show(sentence);
    for (const id of gone) this.#parts.gone(id);
  }

  async chooseImport(): Promise<void> {
    const folder = await this.#parts.api.chooseRunFolder();
    if (folder) this.import(folder);
  }

  import({ token, names }: Offered): void {
    this.importing = { token, name: names[0] ?? '', share: 0 };
    this.#isImportWaiting = !this.#parts.send({ kind: 'import-run', token });
  }

  /** The engine is there, for the first time or after a restart. */
  attached(): void {
    if (!this.importing || !this.#isImportWaiting) return;
    this.#isImportWaiting = !this.#parts.send({ kind: 'import-run', token: this.importing.token });
  }

  stopImporting(): void {
    if (this.importing) this.#parts.send({ kind: 'stop-importing', token: this.importing.token });
  }

  /** Asks where a run's text lies now. */
  async locateText(run: string, thenResume = false): Promise<void> {
    const text = await this.#parts.api.chooseText();
    if (!text) return;
    this.#resumesWithText = thenResume ? run : null;
    this.#parts.send({ kind: 'locate-text', run, token: text.token });
  }

  /** The run goes on with its text as that is now. */
  acceptText(run: string): void {
    this.#resumesWithText = run;
    this.#parts.send({ kind: 'accept-text', run });
  }

  received(event: ActionEvent): void {
    switch (event.kind) {
      case 'importing':
        if (this.importing?.token === event.token) this.importing = { ...this.importing, share: event.share };
        return;
      case 'import-ended':
        if (this.importing?.token === event.token) this.importing = null;
        if (event.sentence !== null) this.#parts.notices.show(event.sentence);
        if (event.run !== null) this.#parts.open(event.run);
        return;
      case 'text-lost':
        this.lostText = event.run;
        this.#parts.notices.show(
          event.sentence,
          { label: 'Locate text…', perform: () => void this.locateText(event.run, true) },
          ...(event.isAcceptable ? [{ label: 'Go on with this text', perform: () => this.acceptText(event.run) }] : []),
        );
        return;
      case 'text-located':
        this.#located(event.run);
        return;
      default:
        event satisfies never;
    }
  }

  /** With the engine goes what it was copying. */
  engineLost(): void {
    this.importing = null;
    this.handover.engineLost();
  }

  #located(run: string): void {
    const { notices, send } = this.#parts;
    this.lostText = null;
    notices.clear();
    if (this.#resumesWithText === run) send({ kind: 'resume-run', run });
    else notices.show('The text was found. Press Resume to continue.');
    this.#resumesWithText = null;
  }
}
