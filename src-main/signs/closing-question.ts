// Asks what closing the window means while a run trains; the answer may be kept, and can be changed in the preferences.
import { dialog, type BrowserWindow, type MessageBoxOptions } from 'electron';
import type { PreferenceStore } from '../preferences/preferences';

export type ClosingAnswer = 'background' | 'quit' | 'cancel';

const ANSWERS: ClosingAnswer[] = ['background', 'quit', 'cancel'];

function question(name: string): MessageBoxOptions {
  const comesBack =
    process.platform === 'darwin'
      ? 'Click Unroll in the Dock to bring the window back.'
      : 'Start Unroll again, or click its icon in the tray, to bring the window back.';
  return {
    type: 'question',
    message: `“${name}” is training. Keep training with the window closed?`,
    detail: `${comesBack} Paused, the run is saved and goes on from there when you press Resume.`,
    buttons: ['Keep training', 'Pause and quit', 'Cancel'],
    defaultId: ANSWERS.indexOf('background'),
    cancelId: ANSWERS.indexOf('cancel'),
    checkboxLabel: 'Do so from now on (Preferences can change it)',
    checkboxChecked: true,
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
