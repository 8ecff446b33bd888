// Makes the runs that begin here, each in a folder of its own: open and ready to train, or queued.
import { inNewRunFolder, type RunRecord } from '../run-files/run-folder';
import type { TrainingObserver } from '../training/training-parts';
import type { TrainingRun } from '../training/training-run';
import { createRun, createWaitingRun, type EngineFiles } from './open-run';
import { nextColour } from './run-colours';
import { originOf } from './run-origin';
import type { RunShelf } from './run-shelf';
import type { WantedRun } from './search-leg';

export interface NewRunsParts {
  files: EngineFiles;
  runsPath: string;
  shelf: RunShelf;
  observerOf(id: string): TrainingObserver;
}

export class NewRuns {
  constructor(private readonly parts: NewRunsParts) {}

  async create(wanted: WantedRun): Promise<{ id: string; run: TrainingRun }> {
    const { files, runsPath, shelf, observerOf } = this.parts;
    const { goesOnFrom } = wanted;
    const origin = goesOnFrom === undefined ? {} : await originOf(shelf.folderOf(goesOnFrom), wanted.settings);
    const given = { ...wanted, ...origin, colour: await nextColour(runsPath) };
    return inNewRunFolder(runsPath, wanted.name, async ({ id, path }) => {
      const run = await createRun(files, { ...given, folder: path }, observerOf(id));
      return { id, run };
    });
  }

  /** One that begins from a model has its weights in a checkpoint from the beginning. */
  async createWaiting(wanted: WantedRun): Promise<{ id: string; record: RunRecord }> {
    const { runsPath, shelf } = this.parts;
    if (!wanted.weights && wanted.goesOnFrom === undefined) {
      const colour = await nextColour(runsPath);
      return inNewRunFolder(runsPath, wanted.name, async ({ id, path }) => {
        return { id, record: await createWaitingRun({ ...wanted, folder: path, colour }) };
      });
    }
    const { id, run } = await this.create(wanted);
    try {
      await run.checkpoint();
      await run.storage.setState('queued', null);
    } finally {
      await run.close();
    }
    const record: RunRecord = { ...(await shelf.recordOf(id)), queuedMs: Date.now() };
    await shelf.change(id, () => record);
    return { id, record };
  }
}
