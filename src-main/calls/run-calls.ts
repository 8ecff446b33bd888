// Answers what the page asks of a run's folder: to show it, or to move it to the system's trash.
import { dialog, shell, type BrowserWindow } from 'electron';
import { join } from 'node:path';
import * as v from 'valibot';
import { identifier } from '../../src-engine/protocol/scalars';
import { CHANNELS } from './channels';
import type { EngineProcess } from '../engine/engine-process';
import { answerCall, name, type WindowOf } from './window-calls';
import type { TrashResult } from './window-api';

export interface RunCallParts {
  window: WindowOf;
  engine: EngineProcess;
  runsFolder: string;
}

const MOST_RUNS = 100_000;
const runsToTrash = v.tuple([
  v.pipe(v.array(v.object({ id: identifier, name })), v.minLength(1), v.maxLength(MOST_RUNS)),
]);

async function isWanted(window: BrowserWindow, names: string[]): Promise<boolean> {
  const [only] = names;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: names.length === 1 ? `Move “${only}” to the trash?` : `Move ${names.length} runs to the trash?`,
    detail: 'This includes everything learned. You can restore a run from the trash and import it again.',
    buttons: ['Move to trash', 'Cancel'],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}

export function answerRunCalls({ window: windowOf, engine, runsFolder }: RunCallParts): void {
  const folderOf = (run: string): string => join(runsFolder, run);

  /** Null where it is gone. */
  const moveToTrash = async ({ id, name: runName }: { id: string; name: string }): Promise<string | null> => {
    const sentence = await engine.requests.releaseRun(id);
    if (sentence !== null) return sentence;
    try {
      await shell.trashItem(folderOf(id));
      return null;
    } catch {
      return `“${runName}” could not be moved to the trash, because its disk has none. Show its folder and delete it there.`;
    }
  };

  answerCall(windowOf, CHANNELS.revealRun, v.tuple([identifier]), (_window, run) => {
    shell.showItemInFolder(join(folderOf(run), 'run.json'));
  });
  answerCall(windowOf, CHANNELS.trashRuns, runsToTrash, async (window, runs): Promise<TrashResult> => {
    const names = runs.map((run) => run.name);
    if (!(await isWanted(window, names))) return { gone: [], sentence: null };
    const gone: string[] = [];
    for (const run of runs) {
      const sentence = await moveToTrash(run);
      if (sentence !== null) return { gone, sentence };
      gone.push(run.id);
    }
    return { gone, sentence: null };
  });
}
