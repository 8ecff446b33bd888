// Owns the one window: opens it, brings it back, keeps its page alive, and hands messages to the page once it listens.
import { dialog, type BrowserWindow } from 'electron';
import { createMainWindow } from './main-window';
import type { PreferenceStore } from '../preferences/preferences';
import { restartDelayMs } from '../engine/restart-delay';
import { CHANNELS } from '../calls/channels';
import { applyZoom, changeZoom } from './zoom';

export interface PageWindowOptions {
  preferences: PreferenceStore;
  /** A new window has painted its page, or never will. */
  onPainted(): void;
  /** The page listens, for the first time or again. */
  onLoaded(window: BrowserWindow): void;
  /** The user closes the window; false keeps it open. */
  mayClose(window: BrowserWindow): boolean;
  onClosed(): void;
  /** The user logs out of Windows. */
  onSessionEnd(): void;
  log(line: string): void;
}

export class PageWindow {
  #window: BrowserWindow | null = null;
  #isLoaded = false;
  #waiting: { channel: string; message: unknown }[] = [];
  #crashTimesMs: number[] = [];
  readonly #options: PageWindowOptions;

  constructor(options: PageWindowOptions) {
    this.#options = options;
  }

  get window(): BrowserWindow | null {
    return this.#window;
  }

  /** The window whose page listens. */
  get listening(): BrowserWindow | null {
    return this.#isLoaded ? this.#window : null;
  }

  get isInFront(): boolean {
    return this.#window?.isFocused() ?? false;
  }

  show(): void {
    if (this.#window) {
      if (this.#window.isMinimized()) this.#window.restore();
      this.#window.show();
      this.#window.focus();
      return;
    }
    const window = createMainWindow(this.#options.preferences);
    this.#window = window;
    this.#watchDrawing(window);
    this.#watchLoading(window);
    this.#watchTrouble(window);
    window.webContents.on('zoom-changed', (_event, direction) => {
      changeZoom(window.webContents, this.#options.preferences, direction);
    });
    window.on('close', (event) => {
      if (!this.#options.mayClose(window)) event.preventDefault();
    });
    window.on('session-end', () => this.#options.onSessionEnd());
    window.on('closed', () => {
      this.#window = null;
      this.#isLoaded = false;
      this.#options.onClosed();
    });
  }

  /** Is lost where no page listens. */
  send(channel: string, message: unknown): void {
    this.listening?.webContents.send(channel, message);
  }

  /** Brings the window to the user, and the message to its page as soon as that listens. */
  showWith(channel: string, message: unknown): void {
    this.#waiting.push({ channel, message });
    this.show();
    if (this.#isLoaded) this.#sendWaiting();
  }

  #sendWaiting(): void {
    for (const { channel, message } of this.#waiting.splice(0)) this.send(channel, message);
  }

  /**
   * It is shown when it is painted, so that it does not flash, or when its page is loaded and so has drawn itself: Chromium may leave a
   * hidden window unpainted where nothing in its page changes any more.
   */
  #watchDrawing(window: BrowserWindow): void {
    let isDrawn = false;
    const drawn = (): void => {
      if (isDrawn || window.isDestroyed()) return;
      isDrawn = true;
      window.show();
      this.#options.onPainted();
    };
    window.once('ready-to-show', drawn);
    window.webContents.once('did-finish-load', drawn);
  }

  #watchLoading(window: BrowserWindow): void {
    window.webContents.on('did-start-loading', () => {
      this.#isLoaded = false;
    });
    window.webContents.on('did-finish-load', () => {
      this.#isLoaded = true;
      applyZoom(window.webContents, this.#options.preferences);
      this.#options.onLoaded(window);
      this.#sendWaiting();
    });
    window.webContents.on('did-fail-load', (_event, code, description) => {
      this.#options.onPainted();
      this.#options.log(`page: did not load, ${description} (${code})`);
    });
    window.webContents.on('preload-error', (_event, _path, error) => {
      this.#options.log(`preload: ${error.message}`);
    });
  }

  #watchTrouble(window: BrowserWindow): void {
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      this.#isLoaded = false;
      if (reason === 'clean-exit') return;
      this.#options.log(`page: ended, ${reason}`);
      const nowMs = Date.now();
      this.#crashTimesMs = [...this.#crashTimesMs.slice(-20), nowMs];
      const reload = (): void => {
        if (window.isDestroyed()) return;
        this.#waiting.push({
          channel: CHANNELS.notice,
          message: 'The window crashed and was reopened. Training was not affected.',
        });
        window.reload();
      };
      setTimeout(reload, restartDelayMs(this.#crashTimesMs, nowMs));
    });
    let answered = new AbortController();
    window.on('responsive', () => answered.abort());
    window.on('unresponsive', () => {
      answered = new AbortController();
      void this.#askAboutHanging(window, answered.signal);
    });
  }

  async #askAboutHanging(window: BrowserWindow, signal: AbortSignal): Promise<void> {
    const wait = 0;
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: 'The window is not responding.',
      detail: 'Training continues. You can reopen the window without losing anything.',
      buttons: ['Wait', 'Reopen'],
      defaultId: wait,
      cancelId: wait,
      signal,
    });
    if (response !== wait && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
  }
}
