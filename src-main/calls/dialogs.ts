// Asks for files through the system's dialogs, each beginning in the folder of the last one.
import { app, dialog, type BrowserWindow } from 'electron';
import { dirname, join } from 'node:path';
import type { PreferenceStore } from '../preferences/preferences';

/** What can be read; texts have more endings than anyone can name. */
const TEXT_FILTERS = [
  {
    name: 'Texts, documents and subtitles',
    extensions:
      'txt text md markdown rst tex csv tsv json log xml docx odt epub fb2 html htm xhtml pdf rtf zip srt vtt ass ssa sub'.split(
        ' ',
      ),
  },
  { name: 'All files', extensions: ['*'] },
];

export class Dialogs {
  readonly #preferences: PreferenceStore;

  constructor(preferences: PreferenceStore) {
    this.#preferences = preferences;
  }

  async chooseTexts(window: BrowserWindow): Promise<string[] | null> {
    const result = await dialog.showOpenDialog(window, {
      title: 'Choose a text',
      buttonLabel: 'Choose',
      defaultPath: this.#folder(),
      filters: TEXT_FILTERS,
      // Only macOS has one dialog for files and folders; elsewhere a folder is dropped onto the window.
      properties:
        process.platform === 'darwin'
          ? ['openFile', 'openDirectory', 'multiSelections']
          : ['openFile', 'multiSelections'],
    });
    const [first] = result.filePaths;
    if (result.canceled || first === undefined) return null;
    this.#preferences.set('dialogFolder', dirname(first));
    return result.filePaths;
  }

  async chooseModel(window: BrowserWindow): Promise<string | null> {
    const result = await dialog.showOpenDialog(window, {
      title: 'Open a model',
      buttonLabel: 'Open',
      defaultPath: this.#folder(),
      filters: [
        { name: 'Models (safetensors)', extensions: ['safetensors'] },
        { name: 'All files', extensions: ['*'] },
      ],
      properties: ['openFile'],
    });
    const [path] = result.filePaths;
    if (result.canceled || path === undefined) return null;
    this.#preferences.set('dialogFolder', dirname(path));
    return path;
  }

  async choosePlace(window: BrowserWindow, title: string, name: string, extension: string): Promise<string | null> {
    const result = await dialog.showSaveDialog(window, {
      title,
      defaultPath: join(this.#folder(), name),
      filters: [
        { name: extension, extensions: [extension] },
        { name: 'All files', extensions: ['*'] },
      ],
    });
    if (result.canceled || !result.filePath) return null;
    this.#preferences.set('dialogFolder', dirname(result.filePath));
    return result.filePath;
  }

  async chooseFolder(window: BrowserWindow, title: string, buttonLabel: string): Promise<string | null> {
    const result = await dialog.showOpenDialog(window, {
      title,
      buttonLabel,
      defaultPath: this.#folder(),
      properties: ['openDirectory'],
    });
    const [folder] = result.filePaths;
    if (result.canceled || folder === undefined) return null;
    this.#preferences.set('dialogFolder', dirname(folder));
    return folder;
  }

  /** Of a folder that is still to be made. */
  async chooseNewFolder(window: BrowserWindow, title: string, name: string): Promise<string | null> {
    const result = await dialog.showSaveDialog(window, {
      title,
      buttonLabel: 'Write folder',
      defaultPath: join(this.#folder(), name),
    });
    if (result.canceled || !result.filePath) return null;
    this.#preferences.set('dialogFolder', dirname(result.filePath));
    return result.filePath;
  }

  async chooseCopy(window: BrowserWindow, defaultPath: string): Promise<string | null> {
    const result = await dialog.showSaveDialog(window, { title: 'Save a UTF-8 copy', defaultPath });
    return result.canceled || !result.filePath ? null : result.filePath;
  }

  #folder(): string {
    return this.#preferences.get('dialogFolder') || app.getPath('documents');
  }
}
