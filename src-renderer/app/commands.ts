// What each command of the menu does in the page, and whether it can be done now.
import type { MenuCommand, PageMenuState, PrimaryCommand } from '../../src-main/menu/menu-table';
import { primaryOf } from '../run/primary-action';
import { canHandOver } from '../runs/handover-choice';
import type { Columns } from './columns';
import type { Manners } from './manners.svelte';
import type { Selection } from './selection.svelte';
import type { Workbench } from './workbench.svelte';

interface Command {
  perform: () => void;
  /** Left out where it always can. */
  isPossible?: () => boolean;
}

export interface CommandParts {
  workbench: Workbench;
  manners: Manners;
  columns: Columns;
  chooseText(): void;
}

export type Commands = Record<MenuCommand, Command>;

/** In the order in which the window shows them. */
const RUN_TABS = ['train', 'write', 'look', 'compare'];

export function createCommands({ workbench, manners, columns, chooseText }: CommandParts): Commands {
  const { exports, models, newRun, selection } = workbench;
  const tab = (index: number): Command => ({
    perform: () => (selection.tab = RUN_TABS[index] ?? selection.tab),
    isPossible: () =>
      RUN_TABS[index] !== undefined && (selection.run !== null || (selection.model !== null && index > 0)),
  });
  const hasNetwork = (): boolean => selection.run !== null || selection.model !== null;
  const canStop = (): boolean => selection.run?.state === 'training' || selection.run?.state === 'paused';
  const canStartOrPause = (): boolean => selection.run !== null || newRun.canStart;
  return {
    'new-run': { perform: () => workbench.prepareNewRun() },
    'open-text': { perform: chooseText },
    'paste-text': { perform: () => workbench.pasteText() },
    'open-model': { perform: () => void models.chooseByDialog() },
    'import-run': { perform: () => void workbench.actions.chooseImport() },
    'save-text': {
      perform: () => void exports.saveText(),
      isPossible: () => hasNetwork() && (selection.writer.drafts.active?.bytes ?? 0) > 0,
    },
    'export-model': { perform: () => void exports.exportModel(), isPossible: hasNetwork },
    'export-onnx': { perform: () => void exports.exportModel('onnx'), isPossible: hasNetwork },
    'export-page': { perform: () => void exports.exportModel('html'), isPossible: hasNetwork },
    'show-preferences': { perform: () => (manners.dialog = 'preferences') },
    'show-tab-1': tab(0),
    'show-tab-2': tab(1),
    'show-tab-3': tab(2),
    'show-tab-4': tab(3),
    'find-text': {
      perform: () => {
        selection.tab = 'write';
        selection.writer.finding.isOpen = true;
      },
      isPossible: () => selection.run !== null && (selection.writer.drafts.active?.bytes ?? 0) > 0,
    },
    'next-column': { perform: () => columns.move(1) },
    'previous-column': { perform: () => columns.move(-1) },
    'start-or-pause': { perform: () => workbench.startOrPause(), isPossible: canStartOrPause },
    'hand-over': {
      perform: () => selection.run && workbench.actions.handover.ask(selection.run),
      isPossible: () => selection.run !== null && canHandOver(selection.run),
    },
    stop: { perform: () => workbench.control('stop-run'), isPossible: canStop },
    'show-guide': { perform: () => (manners.dialog = 'guide') },
    'show-tour': { perform: () => manners.tour.begin() },
    'show-shortcuts': { perform: () => (manners.dialog = 'shortcuts') },
    about: { perform: () => (manners.dialog = 'about') },
  };
}

function primaryCommand({ run }: Selection): PrimaryCommand {
  return run ? primaryOf(run) : 'start';
}

export function menuState(commands: Commands, selection: Selection): PageMenuState {
  const names = Object.keys(commands) as MenuCommand[];
  const possible = names.filter((name) => commands[name].isPossible?.() ?? true);
  return { possible, primary: primaryCommand(selection) };
}
