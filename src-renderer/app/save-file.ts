// Saves what the user wants as a file; what goes wrong is shown.
import type { FileForm, SaveResult, WindowApi } from '../../src-main/calls/window-api';
import type { Notices } from '../notices/notices.svelte';
import { sentenceFrom } from './sentence-from';

type Showing = Pick<WindowApi, 'showSaved'>;

/** Says that it is done, where, with the way to it. */
export async function saving(api: Showing, notices: Notices, result: Promise<SaveResult>): Promise<void> {
  try {
    const { saved, place, sentence } = await result;
    if (sentence !== null) notices.show(sentence);
    if (saved === null || place === undefined) return;
    notices.confirm(`Saved “${saved}”.`, { label: 'Show in folder', perform: () => void api.showSaved(place) });
  } catch (error) {
    notices.show(sentenceFrom(error));
  }
}

/** A file that the page itself has made. */
export function saveFile(
  { api, notices }: { api: WindowApi; notices: Notices },
  name: string,
  form: FileForm,
  data: () => Promise<Uint8Array>,
): Promise<void> {
  return saving(
    api,
    notices,
    data().then((bytes) => api.saveFile(name, form, bytes)),
  );
}
