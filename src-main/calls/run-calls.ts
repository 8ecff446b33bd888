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

async function isWanted(window: BrowserWindow, runName: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: `Move “${runName}” to the trash?`,
    detail: 'This includes everything it learned. You can restore it from the trash and import it again.',
    buttons: ['Move to trash', 'Cancel'],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}

export function answerRunCalls({ window: windowOf, engine, runsFolder }: RunCallParts): void {
  const runAndName = v.tuple([identifier, name]);
  const folderOf = (run: string): string => join(runsFolder, run);

  answerCall(windowOf, CHANNELS.revealRun, v.tuple([identifier]), (_window, run) => {
    shell.showItemInFolder(join(folderOf(run), 'run.json'));
  });
  answerCall(windowOf, CHANNELS.trashRun, runAndName, async (window, run, runName): Promise<TrashResult> => {
    if (!(await isWanted(window, runName))) return { isGone: false, sentence: null };
    const sentence = await engine.requests.releaseRun(run);
    if (sentence !== null) return { isGone: false, sentence };
    try {
      await shell.trashItem(folderOf(run));
      return { isGone: true, sentence: null };
    } catch {
      return {
        isGone: false,
        sentence: `“${runName}” could not be moved to the trash, because its disk has none. Show its folder and delete it there.`,
      };
    }
  });
}
