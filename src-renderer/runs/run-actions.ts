// What a person does with a run of the list: each is a command to the engine or a call of the main process.
import { SETTING_NAMES } from '../../src-engine/hyperparameters';
import type { EngineCommand, RunSummary } from '../../src-engine/protocol';
import type { WindowApi } from '../../src-main/window-api';
import type { SettingsDraft } from '../settings/settings-draft.svelte';

export interface RunActionParts {
  api: WindowApi;
  draft: SettingsDraft;
  send(command: EngineCommand): boolean;
  prepareNewRun(): void;
  /** Waits for a call of the main process; what goes wrong is shown. */
  attempt(call: Promise<unknown>): Promise<void>;
}

export class RunActions {
  readonly #parts: RunActionParts;

  constructor(parts: RunActionParts) {
    this.#parts = parts;
  }

  rename({ id, name }: RunSummary, wanted: string): void {
    const trimmed = wanted.trim();
    if (trimmed !== '' && trimmed !== name) this.#parts.send({ kind: 'rename-run', run: id, name: trimmed });
  }

  /** A new run with the same settings; the text is chosen as for any other. */
  duplicateSettings({ settings }: RunSummary): void {
    this.#parts.prepareNewRun();
    for (const name of SETTING_NAMES) {
      const value = settings[name];
      if (value !== undefined) this.#parts.draft.change(name, value);
    }
  }

  queue({ id }: RunSummary): void {
    this.#parts.send({ kind: 'queue-run', run: id });
  }

  unqueue({ id }: RunSummary): void {
    this.#parts.send({ kind: 'unqueue-run', run: id });
  }

  reveal({ id }: RunSummary): Promise<void> {
    return this.#parts.attempt(this.#parts.api.revealRun(id));
  }

  moveToTrash({ id, name }: RunSummary): Promise<void> {
    return this.#parts.attempt(this.#parts.api.trashRun(id, name));
  }

  import(): Promise<void> {
    return this.#parts.attempt(this.#parts.api.importRun());
  }
}
