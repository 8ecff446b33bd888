// What is taken out of the application: generated text to the clipboard or a file, the network as a model.
import type { ExportFormat } from '../../src-engine/protocol/writing';
import type { ModelFormat, WindowApi } from '../../src-main/calls/window-api';
import type { Notices } from '../notices/notices.svelte';
import { saving } from './save-file';
import type { Selection } from './selection.svelte';

export interface ExportParts {
  api: WindowApi;
  notices: Notices;
  selection: Selection;
}

export class Exports {
  readonly #parts: ExportParts;

  constructor(parts: ExportParts) {
    this.#parts = parts;
  }

  async copyText(): Promise<void> {
    const { notices, selection } = this.#parts;
    try {
      const text = await selection.writer.wholeText();
      if (text === null) notices.show('The text is too long to copy. Save it instead.');
      else await navigator.clipboard.writeText(text);
    } catch {
      notices.show('The text could not be copied. Select it and copy it with the keyboard instead.');
    }
  }

  async saveText(format: ExportFormat = 'text'): Promise<void> {
    const { api, notices, selection } = this.#parts;
    const { active } = selection.writer.drafts;
    const network = selection.run ?? selection.model;
    if (!network || !active) return;
    await saving(notices, api.saveDraft(network.id, active.id, format, `${network.name}, generated`));
  }

  /** The opened run's network, or the opened model. */
  async exportModel(format: ModelFormat = 'safetensors'): Promise<void> {
    const { api, notices, selection } = this.#parts;
    const network = selection.run ?? selection.model;
    if (network) await saving(notices, api.exportModel(network.id, network.name, format));
  }
}
