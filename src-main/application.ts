// Ties the parts of the main process together: engine, window, menu, and the way out.
import { app, session, type BrowserWindow } from 'electron';
import log from 'electron-log/main.js';
import { join } from 'node:path';
import { servePage } from './app-scheme';
import { CHANNELS } from './channels';
import { Dialogs } from './dialogs';
import { EngineProcess } from './engine-process';
import { guardSession } from './guards';
import { createMainWindow } from './main-window';
import { installMenu } from './menu';
import { OfferedTexts } from './offered-texts';
import { openPreferences } from './preferences';
import { readSampleTexts } from './sample-texts';
import { answerWindowCalls } from './window-calls';

const built = (...parts: string[]): string => join(import.meta.dirname, '..', ...parts);

const PAGE_RESTART_DELAY_MS = 500;

export class Application {
  readonly #preferences = openPreferences();
  readonly #texts = new OfferedTexts();
  readonly #engine = new EngineProcess({
    modulePath: built('main', 'engine-main.js'),
    runsFolder: join(app.getPath('userData'), 'runs'),
    onStarted: () => this.#introduce(),
    onLost: (sentence) => this.#send(CHANNELS.engineLost, sentence),
    log: (line) => log.warn(line),
  });
  #window: BrowserWindow | null = null;
  #pageLoaded = false;
  #isLeaving = false;
  #isDown = false;

  /** Once, when Electron is ready. */
  start(): void {
    guardSession(session.defaultSession);
    servePage(built('renderer'));
    answerWindowCalls({
      window: () => this.#window,
      dialogs: new Dialogs(this.#preferences),
      engine: this.#engine,
      texts: this.#texts,
      samples: () => readSampleTexts(built('samples')),
    });
    installMenu({ ask: (command) => this.#send(CHANNELS.menuCommand, command), forDevelopers: !app.isPackaged });
    app.on('activate', () => this.showWindow());
    app.on('window-all-closed', () => {
      if (process.platform !== 'darwin') app.quit();
    });
    app.on('will-quit', (event) => this.#leave(event));
    this.#engine.start();
    this.showWindow();
  }

  showWindow(): void {
    if (this.#isLeaving) {
      // Started again while the engine still saves: this one goes, then another comes.
      app.relaunch();
      return;
    }
    if (this.#window) {
      if (this.#window.isMinimized()) this.#window.restore();
      this.#window.focus();
      return;
    }
    const window = createMainWindow(this.#preferences);
    this.#window = window;
    window.webContents.on('did-start-loading', () => {
      this.#pageLoaded = false;
    });
    window.webContents.on('did-finish-load', () => {
      this.#pageLoaded = true;
      this.#engine.attachPage(window.webContents);
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      log.warn(`page: ended, ${reason}`);
      if (reason !== 'clean-exit') setTimeout(() => window.isDestroyed() || window.reload(), PAGE_RESTART_DELAY_MS);
    });
    window.on('closed', () => {
      this.#window = null;
      this.#pageLoaded = false;
    });
  }

  /** A new engine is told of the texts first: the page asks for their summaries as soon as it is attached. */
  #introduce(): void {
    for (const [token, paths] of this.#texts.all()) this.#engine.offerText(token, paths);
    if (this.#window && this.#pageLoaded) this.#engine.attachPage(this.#window.webContents);
  }

  #send(channel: string, message: string): void {
    if (this.#pageLoaded) this.#window?.webContents.send(channel, message);
  }

  /** The window is closed already; the application lives on until the engine has saved what it learned. */
  #leave(event: Electron.Event): void {
    if (this.#isDown) return;
    event.preventDefault();
    if (this.#isLeaving) return;
    this.#isLeaving = true;
    void this.#engine.shutDown().finally(() => {
      this.#isDown = true;
      app.quit();
    });
  }
}
