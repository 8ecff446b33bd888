// Reports what is on disk of a run's past: its curve, at first as a whole and then any stretch of it, and its checkpoints.
import { MOST_CURVE_POINTS, type CheckpointList } from '../protocol/checkpoints';
import type { EngineEvent, ValidationPoint } from '../protocol/messages';
import { keptCheckpoints, noteCheckpoint } from '../run-files/kept-checkpoints';
import { readCurve, thinValidations, type Stretch } from '../run-files/read-curve';
import type { RunFolder } from '../run-files/run-folder';
import { readChanges, readSamples, readValidations } from '../run-files/run-logs';
import { readMarks } from '../run-files/run-marks';

const SAMPLES_SHOWN = 50;
const VALIDATIONS_SHOWN = 1000;

export class RunHistory {
  constructor(
    private readonly folderOf: (id: string) => RunFolder,
    private readonly emit: (event: EngineEvent) => void,
  ) {}

  /** A run's whole history, thinned to what a chart can show. */
  async whole(id: string): Promise<void> {
    const folder = this.folderOf(id);
    this.emit({
      kind: 'history',
      run: id,
      ...(await readCurve(folder)),
      validations: await this.validations(folder),
      samples: (await readSamples(folder)).slice(-SAMPLES_SHOWN),
      changes: await readChanges(folder),
      marks: await readMarks(folder),
    });
  }

  /** A stretch of a run's curve, and its validations. */
  async curve(request: string, id: string, stretch: Stretch & { points: number | null }): Promise<void> {
    const folder = this.folderOf(id);
    const curve = await readCurve(folder, stretch, stretch.points ?? MOST_CURVE_POINTS);
    this.emit({ kind: 'curve', request, run: id, ...curve, validations: await this.validations(folder) });
  }

  checkpoints(id: string): Promise<CheckpointList> {
    return keptCheckpoints(this.folderOf(id));
  }

  async tellCheckpoints(id: string): Promise<void> {
    this.emit({ kind: 'checkpoints', run: id, ...(await this.checkpoints(id)) });
  }

  async everything(id: string): Promise<void> {
    await this.whole(id);
    await this.tellCheckpoints(id);
  }

  async noteCheckpoint(id: string, update: number, note: string): Promise<void> {
    await noteCheckpoint(this.folderOf(id), update, note);
    await this.tellCheckpoints(id);
  }

  private async validations(folder: RunFolder): Promise<ValidationPoint[]> {
    return thinValidations(await readValidations(folder), VALIDATIONS_SHOWN);
  }
}
