// The runs as they lie on the disk: their records, which of them are queued, and what the window knows of each.
import { join } from 'node:path';
import type { SettingName } from '../hyperparameters';
import { problem } from '../problem';
import type { EncodingName } from '../protocol/encodings';
import type { EngineEvent, RunSummary, SettingChange } from '../protocol/messages';
import { appendOnce, readLog } from '../run-files/append-log';
import { checkChange } from '../run-files/setting-changes';
import { inBatches } from './in-batches';
import {
  listedRunFolder,
  listRuns,
  newestFirst,
  readRecord,
  writeRecord,
  type RunFolder,
  type RunRecord,
} from '../run-files/run-folder';
import { RunQueue } from './run-queue';
import { summaryOf } from './run-summary';
import type { TrainingRun } from '../training/training-run';

/** Few enough that the window is informed at once, and that no other work waits for the reading. */
const RUNS_AT_ONCE = 64;

export interface RunShelfParts {
  runsPath: string;
  emit(event: EngineEvent): void;
  /** The run where it is open: then its record is the one in memory. */
  openRun(id: string): TrainingRun | null;
}

export class RunShelf {
  readonly queue = new RunQueue();

  constructor(private readonly parts: RunShelfParts) {}

  folderOf(id: string): RunFolder {
    return listedRunFolder(this.parts.runsPath, id);
  }

  recordOf(id: string): Promise<RunRecord> {
    const open = this.parts.openRun(id);
    return open ? Promise.resolve(open.storage.record) : readRecord(this.folderOf(id));
  }

  /** Where a run keeps what was written with it. */
  draftsPath(id: string): string {
    return join(this.folderOf(id).path, 'drafts');
  }

  /** What the bytes of a run's text mean, and so those that it writes. */
  async encodingOf(id: string): Promise<EncodingName> {
    return (await this.recordOf(id)).text.encoding;
  }

  /** Where a run's text lies. */
  async textPaths(id: string): Promise<string[]> {
    return (await this.recordOf(id)).text.paths;
  }

  /** Reports all runs, the newest first, as they are read. */
  async list(): Promise<void> {
    const ids = newestFirst(await listRuns(this.parts.runsPath));
    let isFirst = true;
    const tell = (runs: RunSummary[], isLast: boolean) => {
      this.parts.emit({ kind: 'runs', runs, isFirst, isLast });
      isFirst = false;
    };
    await inBatches(ids, RUNS_AT_ONCE, (id) => this.summary(id), tell);
    await this.tellQueue();
  }

  async tell(id: string): Promise<void> {
    this.parts.emit({ kind: 'run-changed', run: await this.summary(id) });
  }

  /** When one leaves the queue, the others move up. */
  async tellQueue(): Promise<void> {
    for (const id of this.queue.ids) await this.tell(id);
  }

  async change(id: string, change: (record: RunRecord) => Partial<RunRecord>): Promise<void> {
    const record = await this.recordOf(id);
    Object.assign(record, change(record));
    await writeRecord(this.folderOf(id), record);
    await this.tell(id);
  }

  /** A run that lies on the disk only takes the change when it continues. */
  async changeSetting(id: string, name: SettingName, value: number | string): Promise<void> {
    checkChange(name, value);
    const folder = this.folderOf(id);
    const { state, update } = await readRecord(folder);
    if (state === 'finished') throw problem('The run is finished. Train it longer to change its settings.');
    const change: SettingChange = { update, name, value };
    await appendOnce(folder.changesPath, change);
    this.parts.emit({ kind: 'setting-changed', run: id, change });
  }

  private async summary(id: string): Promise<RunSummary> {
    const record = await this.recordOf(id);
    this.queue.follow(id, record);
    const changes = await readLog<SettingChange>(this.folderOf(id).changesPath);
    return summaryOf(id, record, changes, this.parts.openRun(id), this.queue.placeOf(id));
  }
}
