// What a person does with a run's folder: shows it, moves it to the trash, takes one in from elsewhere.
import { dialog, shell, type BrowserWindow } from 'electron';
import { join } from 'node:path';
import { problem } from '../src-engine/problem';
import type { Dialogs } from './dialogs';
import type { EngineProcess } from './engine-process';

export class RunFolders {
  readonly #runsFolder: string;
  readonly #engine: EngineProcess;
  readonly #dialogs: Dialogs;

  constructor(runsFolder: string, engine: EngineProcess, dialogs: Dialogs) {
    this.#runsFolder = runsFolder;
    this.#engine = engine;
    this.#dialogs = dialogs;
  }

  reveal(run: string): void {
    shell.showItemInFolder(join(this.#runsFolder, run));
  }

  /** Asks first; a run that trains is saved and let go of. */
  async trash(window: BrowserWindow, run: string, name: string): Promise<void> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      message: `Move “${name}” to the trash?`,
      detail: 'Its curves, samples and checkpoints go with it. It can be put back from the trash, and imported again.',
      buttons: ['Move to Trash', 'Cancel'],
      defaultId: 1,
      cancelId: 1,
    });
    if (response !== 0) return;
    const sentence = await this.#engine.releaseRun(run);
    if (sentence !== null) throw problem(sentence);
    try {
      await shell.trashItem(join(this.#runsFolder, run));
    } catch {
      throw problem(
        `“${name}” could not be moved to the trash: the system has none for that folder. Show the folder, and delete it there.`,
      );
    }
    this.#engine.forgetRun(run);
  }

  async import(window: BrowserWindow): Promise<void> {
    const path = await this.#dialogs.chooseRunFolder(window);
    if (path === null) return;
    const sentence = await this.#engine.importRun(path);
    if (sentence !== null) throw problem(sentence);
  }
}
