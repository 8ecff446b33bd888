// What is taken out of the application: generated text to the clipboard or a file, the network as a model.
import type { DraftFormat } from '../../src-engine/protocol/draft-formats';
import type { ModelFormat, WindowApi } from '../../src-main/calls/window-api';
import type { Notices } from '../notices/notices.svelte';
import { cardContent, MOST_CARD_BYTES } from '../card/card-content';
import { cardPicture } from '../card/card-picture';
import { ownTheme, readChartTheme } from '../train/chart-theme';
import { saveFile, saving } from './save-file';
import type { Selection } from './selection.svelte';

export interface ExportParts {
  api: WindowApi;
  notices: Notices;
  selection: Selection;
  /** Of a run; null where it is none. */
  nameOf(run: string): string | null;
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
      else {
        await navigator.clipboard.writeText(text);
        notices.confirm('Copied the text.');
      }
    } catch {
      notices.show('The text could not be copied. Select it and copy it with the keyboard instead.');
    }
  }

  async saveText(format: DraftFormat = 'text'): Promise<void> {
    const { api, notices, selection } = this.#parts;
    const { active } = selection.writer.drafts;
    const network = selection.run ?? selection.model;
    if (!network || !active) return;
    await saving(
      api,
      notices,
      api.saveDraft(network.id, active.id, format, format === 'page' ? network.name : `${network.name}, generated`),
    );
  }

  /** A picture of the draft that is read, to post. */
  async saveCard(): Promise<void> {
    const { api, notices, selection } = this.#parts;
    const { run, model, opened, writer } = selection;
    const { active, all } = writer.drafts;
    const draft = all.find(({ id }) => id === active?.id);
    const network = run ?? model;
    if (!active || !draft || !network) return;
    const points = opened?.curve.points() ?? [];
    await saveFile({ api, notices }, `${network.name}, card`, 'png', async () => {
      const bytes = await active.blocks.readAll(MOST_CARD_BYTES);
      const content = cardContent({ draft, bytes, totalBytes: active.bytes, run, model, points });
      const theme = readChartTheme();
      return cardPicture(content, run ? ownTheme(theme, run) : theme);
    });
  }

  /** The network that is chosen in Write; elsewhere the opened run's current one, or the opened model. */
  async exportModel(format: ModelFormat = 'safetensors'): Promise<void> {
    const { api, notices, selection, nameOf } = this.#parts;
    const opened = selection.run ?? selection.model;
    if (!opened) return;
    const chosen = selection.tab === 'write' ? selection.writer.next.network : { run: opened.id, update: null };
    const name = nameOf(chosen.run) ?? opened.name;
    const suggested = chosen.update === null ? name : `${name}, update ${chosen.update}`;
    await saving(api, notices, api.exportModel(chosen.run, chosen.update, suggested, format));
  }
}
