// Puts the native menu in place and keeps it true: what can be done is offered, what cannot is grey.
import { app, Menu } from 'electron';
import {
  MENU_COMMANDS,
  MENU_ENTRIES,
  type MainCommand,
  type MenuCommand,
  type MenuEntry,
  type PageMenuState,
} from './menu-table';
import { menuTemplate, type MenuActions } from './menu-template';

const NO_PAGE: PageMenuState = { possible: [], primary: 'start' };

export interface NativeMenuOptions extends MenuActions {
  isChecked(command: MainCommand): boolean;
}

export class NativeMenu {
  #page: PageMenuState = NO_PAGE;
  readonly #options: NativeMenuOptions;

  constructor(options: NativeMenuOptions) {
    this.#options = options;
  }

  /** What the page can do now; null while there is none. */
  follow(state: PageMenuState | null): void {
    const before = this.#page.primary;
    this.#page = state ?? NO_PAGE;
    // A label cannot change in place; a menu that is open would close, so nothing else rebuilds it.
    if (before !== this.#page.primary) this.rebuild();
    else this.#enable();
  }

  rebuild(): void {
    const { ask, perform, isChecked } = this.#options;
    const template = menuTemplate({
      isMac: process.platform === 'darwin',
      forBuilders: !app.isPackaged,
      state: { primary: this.#page.primary, isPossible: (command) => this.#isPossible(command), isChecked },
      actions: { ask, perform },
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  #enable(): void {
    const menu = Menu.getApplicationMenu();
    for (const command of MENU_COMMANDS) {
      const item = menu?.getMenuItemById(command);
      if (item) item.enabled = this.#isPossible(command);
    }
  }

  #isPossible(command: MenuCommand): boolean {
    const entry: MenuEntry = MENU_ENTRIES[command];
    return entry.always === true || this.#page.possible.includes(command);
  }
}
