// Saves a file that the page itself has made; what goes wrong is shown.
import type { FileForm, WindowApi } from '../../src-main/window-api';
import type { Notices } from '../notices/notices.svelte';
import { sentenceFrom } from './sentence-from';

export async function saveFile(
  { api, notices }: { api: WindowApi; notices: Notices },
  name: string,
  form: FileForm,
  data: () => Promise<Uint8Array>,
): Promise<void> {
  try {
    const { sentence } = await api.saveFile(name, form, await data());
    if (sentence !== null) notices.show(sentence);
  } catch (error) {
    notices.show(sentenceFrom(error));
  }
}
