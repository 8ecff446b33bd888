// Asks what closing the window means while a run trains; the answer may be kept, and can be changed in the preferences.
import { dialog, type BrowserWindow, type MessageBoxOptions } from 'electron';
import type { PreferenceStore } from '../preferences/preferences';

export type ClosingAnswer = 'background' | 'quit' | 'cancel';

const ANSWERS: ClosingAnswer[] = ['background', 'quit', 'cancel'];

function question(name: string): MessageBoxOptions {
  const comesBack =
    process.platform === 'darwin'
      ? 'To reopen the window, click Unroll in the Dock.'
      : 'To reopen the window, start Unroll again or click its tray icon.';
  return {
    type: 'question',
    message: `“${name}” is training. Keep training with the window closed?`,
    detail: `${comesBack} If you pause and quit, the run is saved and you can resume it later.`,
    buttons: ['Keep training', 'Pause and quit', 'Cancel'],
    defaultId: ANSWERS.indexOf('background'),
    cancelId: ANSWERS.indexOf('cancel'),
    checkboxLabel: 'Don’t ask again (you can change this in Preferences)',
    checkboxChecked: false,
    noLink: true,
  };
}

export async function askAboutClosing(
  window: BrowserWindow,
  name: string,
  preferences: PreferenceStore,
): Promise<ClosingAnswer> {
  const { response, checkboxChecked } = await dialog.showMessageBox(window, question(name));
  const answer = ANSWERS[response] ?? 'cancel';
  if (checkboxChecked && answer !== 'cancel') preferences.set('closingWhileTraining', answer);
  return answer;
}
