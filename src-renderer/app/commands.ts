// What each command of the menu does in the page, and whether it can be done now.
import type { MenuCommand, PageMenuState, PrimaryCommand } from '../../src-main/menu/menu-table';
import type { Columns } from './columns';
import type { Manners } from './manners.svelte';
import type { Workbench } from './workbench.svelte';

interface Command {
  perform: () => void;
  /** Left out where it always can. */
  isPossible?: () => boolean;
}

export interface CommandParts {
  bench: Workbench;
  manners: Manners;
  columns: Columns;
  newRun(): void;
  chooseText(): void;
}

export type Commands = Record<MenuCommand, Command>;

/** In the order in which the window shows them. */
const RUN_TABS = ['train', 'write', 'look', 'compare'];

export function createCommands({ bench, manners, columns, newRun, chooseText }: CommandParts): Commands {
  const tab = (index: number): Command => ({
    perform: () => (bench.tab = RUN_TABS[index] ?? bench.tab),
    isPossible: () => RUN_TABS[index] !== undefined && (bench.run !== null || (bench.model !== null && index > 0)),
  });
  const hasNetwork = (): boolean => bench.run !== null || bench.model !== null;
  const canStop = (): boolean => bench.run?.state === 'training' || bench.run?.state === 'paused';
  const canStartOrPause = (): boolean => (bench.run ? bench.run.state !== 'finished' : bench.canStart);
  return {
    'new-run': { perform: newRun },
    'open-text': { perform: chooseText },
    'open-model': { perform: () => void bench.models.chooseByDialog() },
    'save-text': {
      perform: () => void bench.saveText(),
      isPossible: () => hasNetwork() && (bench.writer.active?.bytes ?? 0) > 0,
    },
    'export-model': { perform: () => void bench.exportModel(), isPossible: hasNetwork },
    'export-onnx': { perform: () => void bench.exportModel('onnx'), isPossible: hasNetwork },
    'show-preferences': { perform: () => (manners.dialog = 'preferences') },
    'show-tab-1': tab(0),
    'show-tab-2': tab(1),
    'show-tab-3': tab(2),
    'show-tab-4': tab(3),
    'find-text': {
      perform: () => {
        bench.tab = 'write';
        bench.writer.isFinding = true;
      },
      isPossible: () => bench.run !== null && (bench.writer.active?.bytes ?? 0) > 0,
    },
    'next-column': { perform: () => columns.move(1) },
    'previous-column': { perform: () => columns.move(-1) },
    'start-or-pause': { perform: () => bench.startOrPause(), isPossible: canStartOrPause },
    stop: { perform: () => bench.control('stop-run'), isPossible: canStop },
    'show-shortcuts': { perform: () => (manners.dialog = 'shortcuts') },
  };
}

function primaryCommand(bench: Workbench): PrimaryCommand {
  if (!bench.run) return 'start';
  return bench.run.state === 'training' ? 'pause' : 'resume';
}

export function menuState(commands: Commands, bench: Workbench): PageMenuState {
  const names = Object.keys(commands) as MenuCommand[];
  const possible = names.filter((name) => commands[name].isPossible?.() ?? true);
  return { possible, primary: primaryCommand(bench) };
}
