// Saves what the user wants as a file; what goes wrong is shown.
import type { FileForm, SaveResult, WindowApi } from '../../src-main/calls/window-api';
import type { Notices } from '../notices/notices.svelte';
import { sentenceFrom } from './sentence-from';

export async function saving(notices: Notices, result: Promise<SaveResult>): Promise<void> {
  try {
    const { sentence } = await result;
    if (sentence !== null) notices.show(sentence);
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
    notices,
    data().then((bytes) => api.saveFile(name, form, bytes)),
  );
}
