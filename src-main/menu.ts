// Builds the native menu; what the page has to do goes to it as a command.
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from './menu-command';

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

export interface MenuOptions {
  ask(command: MenuCommand): void;
  /** Reloading and the developer tools are for those who build Unroll. */
  forDevelopers: boolean;
}

function menuTemplate({ ask, forDevelopers }: MenuOptions, isMac: boolean): MenuItemConstructorOptions[] {
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => ask(command),
  });
  const developerItems: MenuItemConstructorOptions[] = forDevelopers
    ? [{ role: 'reload' }, { role: 'toggleDevTools' }, SEPARATOR]
    : [];
  return [
    ...(isMac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    {
      label: '&File',
      submenu: [
        item('&New run', 'new-run', 'CommandOrControl+N'),
        item('&Open text…', 'open-text', 'CommandOrControl+O'),
        SEPARATOR,
        item('&Save generated text…', 'save-text', 'CommandOrControl+S'),
        item('&Export model…', 'export-model', 'CommandOrControl+E'),
        SEPARATOR,
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        ...developerItems,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        SEPARATOR,
        { role: 'togglefullscreen' },
      ],
    },
    {
      label: '&Run',
      submenu: [
        item('Start or &pause', 'start-or-pause', 'CommandOrControl+Enter'),
        item('S&top', 'stop', 'CommandOrControl+Shift+Enter'),
      ],
    },
    ...(isMac ? [{ role: 'windowMenu' } satisfies MenuItemConstructorOptions] : []),
    { role: 'help', submenu: [item('&Keyboard shortcuts', 'show-shortcuts', 'CommandOrControl+/')] },
  ];
}

export function installMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options, process.platform === 'darwin')));
  app.setAboutPanelOptions({ applicationName: app.name, applicationVersion: app.getVersion() });
}
