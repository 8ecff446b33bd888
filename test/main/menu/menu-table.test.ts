// The table of the menus makes menus that can be used: nothing is there twice, nothing is left out.
import { describe, expect, it, vi } from 'vitest';
import { MENU_COMMANDS, MENU_ENTRIES, menus, type MenuEntry, type TopMenu } from '../../../src-main/menu/menu-table';
import { menuTemplate, type MenuOptions } from '../../../src-main/menu/menu-template';
import { keysOf, shortcutGroups } from '../../../src-main/menu/shortcuts';

const ENTRIES: [string, MenuEntry][] = Object.entries(MENU_ENTRIES);

function namesIn(entries: TopMenu['entries']): string[] {
  return entries.flatMap((entry) => {
    if (typeof entry === 'string') return entry === '-' ? [] : [entry];
    return 'entries' in entry ? namesIn(entry.entries) : [];
  });
}

const labelOf = (entry: TopMenu['entries'][number]): string[] => {
  if (typeof entry !== 'string') return 'label' in entry ? [entry.label] : [];
  return entry === '-' ? [] : [MENU_ENTRIES[entry].label];
};

function options(isMac: boolean, possible: readonly string[] = []): MenuOptions {
  return {
    isMac,
    forBuilders: false,
    state: {
      primary: 'pause',
      isPossible: (command) => possible.includes(command),
      isChecked: (command) => command === 'theme-dark',
    },
    actions: { ask: vi.fn(), perform: vi.fn() },
  };
}

type Item = ReturnType<typeof menuTemplate>[number];
const itemsIn = (items: Item[]): Item[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsIn(item.submenu) : [])]);

describe.each([
  ['on a Mac', true],
  ['elsewhere', false],
])('the menus %s', (_place, isMac) => {
  it('offer every entry once, besides what the system itself offers there', () => {
    const names = menus(isMac).flatMap(({ entries }) => namesIn(entries));
    expect(new Set(names).size).toBe(names.length);
    const bySystem = isMac ? ['minimise', 'maximise'] : ['install-terminal-command'];
    expect([...names, ...bySystem].toSorted()).toEqual(Object.keys(MENU_ENTRIES).toSorted());
  });

  it('stand in the order that people know', () => {
    const order = menus(isMac).map(({ label }) => label.replace('&', ''));
    const ours = ['File', 'Edit', 'View', 'Run', 'Window', 'Help'];
    expect(order).toEqual(isMac ? ['Unroll', ...ours] : ours);
  });

  it('give each entry of one menu a letter of its own', () => {
    for (const { label, entries } of menus(isMac)) {
      const letters = entries.flatMap(labelOf).map((each) => /&(\w)/.exec(each)?.[1]?.toLowerCase());
      expect(letters, label).not.toContain(undefined);
      expect(new Set(letters).size, `${label}: ${letters.join(' ')}`).toBe(letters.length);
    }
  });

  it('offer what can be done and grey out what cannot', () => {
    const template = itemsIn(menuTemplate(options(isMac, ['export-model'])));
    const enabled = MENU_COMMANDS.filter((command) => template.find(({ id }) => id === command)?.enabled);
    expect(enabled).toEqual(['export-model']);
  });

  it('name the primary command for what it does now, and mark the chosen appearance', () => {
    const template = itemsIn(menuTemplate(options(isMac)));
    expect(template.find(({ id }) => id === 'start-or-pause')?.label).toBe('&Pause');
    expect(template.filter(({ checked }) => checked).map(({ id }) => id)).toEqual(['theme-dark']);
  });

  it('carry every accelerator of the table, the hidden ones too', () => {
    const template = itemsIn(menuTemplate(options(isMac)));
    const wanted = ENTRIES.flatMap(([, { accelerator, otherAccelerators = [] }]) => [
      ...(accelerator === undefined ? [] : [accelerator]),
      ...otherAccelerators,
    ]);
    const found = template.flatMap(({ accelerator }) => (typeof accelerator === 'string' ? [accelerator] : []));
    expect(found.toSorted()).toEqual(wanted.toSorted());
  });

  it('are the list of shortcuts: all that have keys, and nothing else', () => {
    const listed = shortcutGroups(isMac).flatMap(({ shortcuts }) => shortcuts.map(({ keys }) => keys));
    const withKeys = ENTRIES.filter(
      ([, { accelerator, key, shownKeys }]) => (shownKeys !== undefined || accelerator) ?? key,
    );
    expect(listed).toHaveLength(withKeys.length);
  });
});

it('no two entries have the same keys', () => {
  const keys = ENTRIES.flatMap(([, entry]) => [entry.accelerator, entry.key, ...(entry.otherAccelerators ?? [])]);
  const given = keys.filter((each) => each !== undefined);
  expect(new Set(given).size).toBe(given.length);
});

it('keys are written as each system writes them', () => {
  expect(keysOf('CommandOrControl+Shift+Enter', true)).toBe('⇧⌘↩');
  expect(keysOf('CommandOrControl+Shift+Enter', false)).toBe('Ctrl+Shift+Enter');
  expect(keysOf('CommandOrControl+Plus', false)).toBe('Ctrl++');
  expect(keysOf('F6', true)).toBe('F6');
});
