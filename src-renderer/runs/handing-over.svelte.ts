// A run that goes on on a bigger machine: for which one it is being asked how, and the folder that is being written for it.
import type { HandoverChoice } from '../../src-engine/protocol/handing-over';
import type { EngineCommand, EngineEvent, RunSummary } from '../../src-engine/protocol/messages';
import type { Offered, WindowApi } from '../../src-main/calls/window-api';
import { sentenceFrom } from '../app/sentence-from';
import type { Notices } from '../notices/notices.svelte';

export type HandoverEvent = Extract<EngineEvent, { kind: 'handing-over' | 'handed-over' }>;

export interface HandingOverParts {
  api: Pick<WindowApi, 'chooseHandoverFolder' | 'showOffered'>;
  send: (command: EngineCommand) => boolean;
  notices: Notices;
}

export class HandingOver {
  /** The run whose dialog is open. */
  asked = $state.raw<RunSummary | null>(null);
  writing = $state.raw<{ folder: Offered; name: string; share: number } | null>(null);
  readonly #parts: HandingOverParts;

  constructor(parts: HandingOverParts) {
    this.#parts = parts;
  }

  ask(run: RunSummary): void {
    this.asked = run;
  }

  /** Asks where, and has the engine write it. */
  async write({ id, name }: RunSummary, options: HandoverChoice): Promise<void> {
    const { api, notices, send } = this.#parts;
    try {
      const folder = await api.chooseHandoverFolder(`${name}, handed over`);
      if (!folder) return;
      if (send({ kind: 'hand-over', run: id, token: folder.token, options })) {
        this.writing = { folder, name: folder.names[0] ?? name, share: 0 };
      } else notices.show('The engine is still starting. Wait a moment, then try again.');
    } catch (error) {
      notices.show(sentenceFrom(error));
    }
  }

  stop(): void {
    if (this.writing) this.#parts.send({ kind: 'stop-handing-over', token: this.writing.folder.token });
  }

  received(event: HandoverEvent): void {
    const { writing } = this;
    if (writing?.folder.token !== event.token) return;
    if (event.kind === 'handing-over') {
      this.writing = { ...writing, share: event.share };
      return;
    }
    this.writing = null;
    const { api, notices } = this.#parts;
    if (event.sentence !== null) notices.show(event.sentence);
    if (!event.isWritten) return;
    notices.confirm(`“${writing.name}” is written. Its README says how to go on.`, {
      label: 'Show in folder',
      perform: () => void api.showOffered(event.token),
    });
  }

  /** What it had begun it removes when it starts again. */
  engineLost(): void {
    this.writing = null;
  }
}
