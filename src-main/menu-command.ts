// Names what the menu can ask of the page, for the menu, the preload and the page alike.

export const MENU_COMMANDS = [
  'new-run',
  'open-text',
  'save-text',
  'export-model',
  'start-or-pause',
  'stop',
  'show-shortcuts',
] as const;

export type MenuCommand = (typeof MENU_COMMANDS)[number];

export function isMenuCommand(value: unknown): value is MenuCommand {
  return MENU_COMMANDS.some((command) => command === value);
}
