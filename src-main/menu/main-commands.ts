// Does what the menu asks of the main process: zoom, appearance, the window, quitting.
import { app, type BrowserWindow } from 'electron';
import { installTerminalCommand, openReleases } from './about-the-program';
import type { MainCommand } from './menu-table';
import type { PageWindow } from '../window/page-window';
import type { PreferenceStore } from '../preferences/preferences';
import { changeZoom, type ZoomDirection } from '../window/zoom';

function toggleMaximised(window: BrowserWindow): void {
  if (window.isMaximized()) window.unmaximize();
  else window.maximize();
}

export class MainCommands {
  readonly #preferences: PreferenceStore;
  readonly #page: PageWindow;

  constructor(preferences: PreferenceStore, page: PageWindow) {
    this.#preferences = preferences;
    this.#page = page;
  }

  isChecked(command: MainCommand): boolean {
    if (command === 'keep-awake') return this.#preferences.get('keepAwake');
    return command === `theme-${this.#preferences.get('theme')}`;
  }

  perform(command: MainCommand): void {
    const { window } = this.#page;
    switch (command) {
      case 'close-window':
        window?.close();
        return;
      case 'quit':
        app.quit();
        return;
      case 'theme-system':
        this.#preferences.set('theme', 'system');
        return;
      case 'theme-light':
        this.#preferences.set('theme', 'light');
        return;
      case 'theme-dark':
        this.#preferences.set('theme', 'dark');
        return;
      case 'zoom-in':
        this.#zoom('in');
        return;
      case 'zoom-out':
        this.#zoom('out');
        return;
      case 'zoom-reset':
        this.#zoom('reset');
        return;
      case 'keep-awake':
        this.#preferences.set('keepAwake', !this.#preferences.get('keepAwake'));
        return;
      case 'minimise':
        window?.minimize();
        return;
      case 'maximise':
        if (window) toggleMaximised(window);
        return;
      case 'check-updates':
        void openReleases(this.#page);
        return;
      case 'install-terminal-command':
        void installTerminalCommand(this.#page);
        return;
      default:
        command satisfies never;
    }
  }

  #zoom(direction: ZoomDirection): void {
    const { window } = this.#page;
    if (window) changeZoom(window.webContents, this.#preferences, direction);
  }
}
