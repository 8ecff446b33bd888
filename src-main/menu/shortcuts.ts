// Lists the menus' accelerators for people to read, written as their system writes them.
import { MENU_ENTRIES, menus, type MenuEntry } from './menu-table';

export interface Shortcut {
  keys: string;
  does: string;
}

export interface ShortcutGroup {
  title: string;
  shortcuts: Shortcut[];
}

const MAC_KEYS: Record<string, string> = {
  CommandOrControl: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Control: '⌃',
  Enter: '↩',
  Plus: '+',
  '-': '−',
};
const OTHER_KEYS: Record<string, string> = { CommandOrControl: 'Ctrl', Plus: '+', '-': '−' };
/** A Mac writes the modifiers in this order, whatever order they are declared in. */
const MAC_ORDER = ['⌃', '⌥', '⇧', '⌘'];

export function keysOf(accelerator: string, isMac: boolean): string {
  const names = accelerator.split('+');
  if (!isMac) return names.map((name) => OTHER_KEYS[name] ?? name).join('+');
  const keys = names.map((name) => MAC_KEYS[name] ?? name);
  const modifiers = MAC_ORDER.filter((key) => keys.includes(key));
  return [...modifiers, ...keys.filter((key) => !MAC_ORDER.includes(key))].join('');
}

const plain = (label: string): string => label.replace('&', '').replace(/…$/, '');

function shortcutOf(entry: MenuEntry, isMac: boolean): Shortcut | null {
  const shown = entry.accelerator ?? entry.shownKeys;
  const accelerators = shown === undefined ? [] : [keysOf(shown, isMac)];
  const keys = [...(entry.key === undefined ? [] : [entry.key]), ...accelerators];
  return keys.length === 0 ? null : { keys: keys.join(' or '), does: entry.does ?? plain(entry.label) };
}

/** A group for each menu that has any. */
export function shortcutGroups(isMac: boolean): ShortcutGroup[] {
  const groups = menus(isMac).map(({ label, entries }) => ({
    title: plain(label),
    shortcuts: entries.flatMap((entry) => {
      if (typeof entry !== 'string' || entry === '-') return [];
      return shortcutOf(MENU_ENTRIES[entry], isMac) ?? [];
    }),
  }));
  return groups.filter(({ shortcuts }) => shortcuts.length > 0);
}
