// The one table of what the menus offer: the native menu, its accelerators and the page's list of shortcuts are all made from it.

export interface MenuEntry {
  /** As the menu shows it; & stands before the letter that chooses it. */
  label: string;
  /** In Electron's words; CommandOrControl is ⌘ on a Mac. */
  accelerator?: string;
  /** The same with a key alone, for when no text is being typed. */
  key?: string;
  /** Who does it: the page, or the main process. */
  by: 'page' | 'main';
  /** Where the label does not say it by itself. */
  does?: string;
  /** Can always be chosen, even with the window closed: choosing it brings the window back. */
  always?: boolean;
  kind?: 'radio' | 'checkbox';
  /** Keys that do it without being the menu's: they also do other things, and the list of shortcuts shows them. */
  shownKeys?: string;
  /** Other keys that people press for the same thing. */
  otherAccelerators?: readonly string[];
}

// prettier-ignore
export const MENU_ENTRIES = {
  'new-run': { label: '&New run', accelerator: 'CommandOrControl+N', by: 'page', always: true },
  'open-text': { label: '&Open text…', accelerator: 'CommandOrControl+O', by: 'page', always: true },
  'paste-text': { label: '&Paste a text', shownKeys: 'CommandOrControl+V', by: 'page', always: true, does: 'Paste a text to train on' },
  'open-model': { label: 'Open &model…', accelerator: 'CommandOrControl+Shift+O', by: 'page', always: true },
  'import-run': { label: '&Import a run…', by: 'page', always: true },
  'save-text': { label: '&Save generated text…', accelerator: 'CommandOrControl+S', by: 'page' },
  'export-model': { label: '&Export model…', accelerator: 'CommandOrControl+E', by: 'page' },
  'export-onnx': { label: 'Export as ONN&X…', accelerator: 'CommandOrControl+Shift+E', by: 'page' },
  'export-page': { label: 'Export as a web pa&ge…', by: 'page' },
  'show-preferences': { label: 'Pre&ferences…', accelerator: 'CommandOrControl+,', by: 'page', always: true },
  'close-window': { label: '&Close window', accelerator: 'CommandOrControl+W', by: 'main' },
  'quit': { label: '&Quit', accelerator: 'CommandOrControl+Q', by: 'main', does: 'Pause and quit' },
  'show-tab-1': { label: '&Train', accelerator: 'CommandOrControl+1', by: 'page', does: 'Show Train' },
  'show-tab-2': { label: '&Write', accelerator: 'CommandOrControl+2', by: 'page', does: 'Show Write' },
  'show-tab-3': { label: '&Look inside', accelerator: 'CommandOrControl+3', by: 'page', does: 'Show Look inside' },
  'show-tab-4': { label: '&Compare', accelerator: 'CommandOrControl+4', by: 'page', does: 'Show Compare' },
  'find-text': { label: '&Find in generated text', accelerator: 'CommandOrControl+F', by: 'page' },
  'next-column': { label: '&Next column', accelerator: 'F6', by: 'page' },
  'previous-column': { label: '&Previous column', accelerator: 'Shift+F6', by: 'page' },
  'theme-system': { label: 'Match &system', by: 'main', kind: 'radio' },
  'theme-light': { label: '&Light', by: 'main', kind: 'radio' },
  'theme-dark': { label: '&Dark', by: 'main', kind: 'radio' },
  'zoom-in': {
    label: 'Zoom &in', accelerator: 'CommandOrControl+Plus', by: 'main',
    otherAccelerators: ['CommandOrControl+=', 'CommandOrControl+numadd'],
  },
  'zoom-out': {
    label: 'Zoom &out', accelerator: 'CommandOrControl+-', by: 'main', otherAccelerators: ['CommandOrControl+numsub'],
  },
  'zoom-reset': {
    label: 'Actual si&ze', accelerator: 'CommandOrControl+0', by: 'main', otherAccelerators: ['CommandOrControl+num0'],
  },
  'start-or-pause': { label: '&Start', accelerator: 'CommandOrControl+Enter', by: 'page', does: 'Start, pause or resume' },
  'stop': { label: 'S&top', accelerator: 'CommandOrControl+.', by: 'page' },
  'hand-over': { label: 'Continue on a &bigger machine…', by: 'page' },
  'keep-awake': { label: '&Keep the computer awake while training', by: 'main', kind: 'checkbox' },
  'minimise': { label: 'Mi&nimise', by: 'main' },
  'maximise': { label: 'Ma&ximise', by: 'main' },
  'show-guide': { label: '&Guide', accelerator: 'F1', by: 'page', always: true },
  'show-tour': { label: 'Tour of the &window', by: 'page', always: true },
  'show-shortcuts': { label: '&Keyboard shortcuts', accelerator: 'CommandOrControl+/', key: '?', by: 'page', always: true },
  'check-updates': { label: 'Check for &updates…', by: 'main' },
  'install-terminal-command': { label: 'Install the &terminal command', by: 'main' },
  'about': { label: '&About Unroll', by: 'page', always: true },
} as const satisfies Record<string, MenuEntry>;

export type MenuEntryName = keyof typeof MENU_ENTRIES;

type NamesBy<Who extends MenuEntry['by']> = {
  [Name in MenuEntryName]: (typeof MENU_ENTRIES)[Name]['by'] extends Who ? Name : never;
}[MenuEntryName];
/** What the menu asks of the page. */
export type MenuCommand = NamesBy<'page'>;
/** What the main process does itself. */
export type MainCommand = NamesBy<'main'>;

const NAMES = Object.keys(MENU_ENTRIES) as MenuEntryName[];
export const MENU_COMMANDS = NAMES.filter((name): name is MenuCommand => MENU_ENTRIES[name].by === 'page');

export function isMenuCommand(value: unknown): value is MenuCommand {
  return MENU_COMMANDS.some((command) => command === value);
}

/** What the one primary command of a run does now. */
export const PRIMARY_LABELS = {
  start: '&Start',
  pause: '&Pause',
  resume: '&Resume',
  longer: 'Train &longer…',
  back: '&Go back after divergence',
} as const;
export type PrimaryCommand = keyof typeof PRIMARY_LABELS;
export const PRIMARY_COMMANDS = Object.keys(PRIMARY_LABELS) as PrimaryCommand[];

/** What the page reports, so that the menu offers what is possible. */
export interface PageMenuState {
  possible: MenuCommand[];
  primary: PrimaryCommand;
}

type SystemRole =
  | ('services' | 'hide' | 'hideOthers' | 'unhide' | 'togglefullscreen')
  // For those who build Unroll.
  | ('reload' | 'toggleDevTools');
type Item = MenuEntryName | '-' | { role: SystemRole };
export interface Submenu {
  label: string;
  entries: readonly Item[];
}
export interface TopMenu {
  label: string;
  /** How the system knows it; a menu without entries of ours is made by the system. */
  role?: 'appMenu' | 'editMenu' | 'windowMenu' | 'help';
  entries: readonly (Item | Submenu)[];
}

const APPEARANCE: Submenu = { label: '&Appearance', entries: ['theme-system', 'theme-light', 'theme-dark'] };
const ON_A_MAC: TopMenu = {
  label: 'Unroll',
  role: 'appMenu',
  entries: [
    'about',
    '-',
    'show-preferences',
    '-',
    { role: 'services' },
    '-',
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    '-',
    'quit',
  ],
};
const LEAVING: Item[] = ['show-preferences', '-', 'close-window', 'quit'];
const ABOUT_THE_PROGRAM: Item[] = ['check-updates'];
/** Elsewhere the packages bring the terminal command. */
const FOR_A_MAC: Item[] = ['install-terminal-command'];
const FOR_OTHERS: Item[] = ['about'];
const HELP: Item[] = ['show-guide', 'show-tour', 'show-shortcuts'];
const FOR_BUILDERS: Item[] = ['-', { role: 'reload' }, { role: 'toggleDevTools' }];

/** All menus in their order, as people expect them on their system. */
export function menus(isMac: boolean, forBuilders = false): TopMenu[] {
  const leaving: Item[] = isMac ? ['close-window'] : LEAVING;
  const tabs: Item[] = ['show-tab-1', 'show-tab-2', 'show-tab-3', 'show-tab-4'];
  const zoom: Item[] = ['zoom-in', 'zoom-out', 'zoom-reset', '-', { role: 'togglefullscreen' }];
  const view = [
    ...tabs,
    '-',
    'find-text',
    '-',
    'next-column',
    'previous-column',
    '-',
    APPEARANCE,
    '-',
    ...zoom,
  ] as const;
  return [
    ...(isMac ? [ON_A_MAC] : []),
    {
      label: '&File',
      entries: [
        'new-run',
        'open-text',
        'paste-text',
        'open-model',
        'import-run',
        '-',
        'save-text',
        'export-model',
        'export-onnx',
        'export-page',
        '-',
        ...leaving,
      ],
    },
    { label: '&Edit', role: 'editMenu', entries: [] },
    { label: '&View', entries: forBuilders ? [...view, ...FOR_BUILDERS] : view },
    { label: '&Run', entries: ['start-or-pause', 'stop', 'hand-over', '-', 'keep-awake'] },
    isMac
      ? { label: '&Window', role: 'windowMenu', entries: [] }
      : { label: '&Window', entries: ['minimise', 'maximise'] },
    {
      label: '&Help',
      role: 'help',
      entries: [...HELP, '-', ...ABOUT_THE_PROGRAM, ...(isMac ? FOR_A_MAC : FOR_OTHERS)],
    },
  ];
}
