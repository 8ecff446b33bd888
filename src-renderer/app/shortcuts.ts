// Lists the keyboard shortcuts for people to read; the menu of the main process carries them out.

export interface Shortcut {
  keys: string;
  does: string;
}

export function shortcuts(isMac: boolean): Shortcut[] {
  const key = isMac ? '⌘' : 'Ctrl+';
  const shifted = isMac ? '⇧⌘' : 'Ctrl+Shift+';
  return [
    { keys: `${key}N`, does: 'New run' },
    { keys: `${key}O`, does: 'Open a text' },
    { keys: `${key}${isMac ? '↩' : 'Enter'}`, does: 'Start, pause or resume' },
    { keys: `${shifted}${isMac ? '↩' : 'Enter'}`, does: 'Stop' },
    { keys: `${key}S`, does: 'Save the generated text' },
    { keys: `${key}E`, does: 'Export the model' },
    { keys: '?', does: 'This list' },
  ];
}
