// Turns the table of menus into what Electron builds a native menu from, on each system as people expect it there.
import type { MenuItemConstructorOptions } from 'electron';
import {
  MENU_ENTRIES,
  menus,
  PRIMARY_LABELS,
  type MainCommand,
  type MenuCommand,
  type MenuEntry,
  type MenuEntryName,
  type PrimaryCommand,
  type TopMenu,
} from './menu-table';

type Template = MenuItemConstructorOptions[];

export interface MenuState {
  primary: PrimaryCommand;
  isPossible(command: MenuCommand): boolean;
  isChecked(command: MainCommand): boolean;
}

export interface MenuActions {
  ask(command: MenuCommand): void;
  perform(command: MainCommand): void;
}

export interface MenuOptions {
  isMac: boolean;
  /** Reloading and the developer tools are for those who build Unroll. */
  forBuilders: boolean;
  state: MenuState;
  actions: MenuActions;
}

function itemOf(name: MenuEntryName, { state, actions }: MenuOptions): MenuItemConstructorOptions {
  const entry: MenuEntry = MENU_ENTRIES[name];
  const item: MenuItemConstructorOptions = {
    id: name,
    label: name === 'start-or-pause' ? PRIMARY_LABELS[state.primary] : entry.label,
    ...(entry.accelerator === undefined ? {} : { accelerator: entry.accelerator }),
    ...(entry.kind === undefined ? {} : { type: entry.kind, checked: state.isChecked(name as MainCommand) }),
  };
  if (entry.by === 'main') return { ...item, click: () => actions.perform(name as MainCommand) };
  const command = name as MenuCommand;
  return { ...item, enabled: state.isPossible(command), click: () => actions.ask(command) };
}

/** The keys that people press for the same thing have no place in the menu of their own. */
function otherKeysOf(name: MenuEntryName, options: MenuOptions): Template {
  const { otherAccelerators = [] }: MenuEntry = MENU_ENTRIES[name];
  const { click, label = '' } = itemOf(name, options);
  return otherAccelerators.map((accelerator) => ({
    label,
    accelerator,
    visible: false,
    acceleratorWorksWhenHidden: true,
    ...(click ? { click } : {}),
  }));
}

function itemsOf(entries: TopMenu['entries'], options: MenuOptions): Template {
  return entries.flatMap((entry): Template => {
    if (entry === '-') return [{ type: 'separator' }];
    if (typeof entry === 'string') return [itemOf(entry, options), ...otherKeysOf(entry, options)];
    if ('role' in entry) return [entry];
    return [{ label: entry.label, submenu: itemsOf(entry.entries, options) }];
  });
}

export function menuTemplate(options: MenuOptions): Template {
  return menus(options.isMac, options.forBuilders).map(({ label, role, entries }) => ({
    label,
    ...(role === undefined ? {} : { role }),
    ...(entries.length === 0 ? {} : { submenu: itemsOf(entries, options) }),
  }));
}
