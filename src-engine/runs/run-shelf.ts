// The runs as they lie on the disk: their records, which of them are queued, and what the window knows of each.
import { join } from 'node:path';
import { bytesBetween } from '../corpus/between-files';
import type { TextFiles } from '../corpus/text-files';
import { reopenText } from '../run-files/recorded-text';
import type { SettingName } from '../hyperparameters';
import { numberInSentence, problem, sentenceOf } from '../problem';
import type { EncodingName } from '../protocol/encodings';
import type { EngineEvent, RunSummary, Sample, SettingChange } from '../protocol/messages';
import { appendOnce } from '../run-files/append-log';
import { sentenceOnHolder, withRunLock } from '../run-files/run-lock';
import { readChanges } from '../run-files/run-logs';
import { listCheckpoints } from '../run-files/checkpoints';
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
import { summaryOf, type Interruption } from './run-summary';
import type { TrainingRun } from '../training/training-run';

/** Few enough that the window is informed at once, and that no other work waits for the reading. */
const RUNS_AT_ONCE = 64;

export interface RunShelfParts {
  runsPath: string;
  emit(event: EngineEvent): void;
  /** The run where it is open: then its record is the one in memory. */
  openRun(id: string): TrainingRun | null;
  /** Whether another program has the run open. */
  noteHolder(id: string, isHeld: boolean): void;
}

/** Of a run whose record says that it trains, although it is not open here. */
async function interruptionOf(folder: RunFolder): Promise<Interruption> {
  const newest = (await listCheckpoints(folder)).at(-1);
  return { update: newest ?? 0, holder: await sentenceOnHolder(folder.path) };
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

  /** A run's text, as it lies there now. */
  async openText(id: string): Promise<TextFiles> {
    return reopenText(await this.recordOf(id));
  }

  /** Where a run's text lies, and what stands between its files. */
  async textOf(id: string): Promise<{ paths: string[]; between: Uint8Array }> {
    const { text, settings } = await this.recordOf(id);
    return { paths: text.paths, between: bytesBetween(settings, text.encoding) };
  }

  /** Of every run, also of one whose text has gone. */
  async textPaths(): Promise<string[]> {
    const paths: string[] = [];
    for (const id of await listRuns(this.parts.runsPath)) {
      const record = await readRecord(this.folderOf(id));
      for (const path of record.text.paths) paths.push(path);
    }
    return paths;
  }

  /** Reports all runs, the newest first, as they are read; before them all the one that is waited for. */
  async list(first: string | null = null): Promise<void> {
    const listed = newestFirst(await listRuns(this.parts.runsPath));
    const ids = [...listed.filter((id) => id === first), ...listed.filter((id) => id !== first)];
    let isFirst = true;
    const tell = (read: RunSummary[], isLast: boolean) => {
      // One that was read later may stand before it in the queue.
      const runs = read.map((run) => ({ ...run, queuePlace: this.queue.placeOf(run.id) }));
      this.parts.emit({ kind: 'runs', runs, isFirst, isLast });
      isFirst = false;
    };
    const unread = await inBatches(ids, RUNS_AT_ONCE, (id) => this.summary(id), tell);
    if (unread.length > 0) {
      const several = `${numberInSentence(unread.length)} runs are not in the list. The first: `;
      const sentence = `${unread.length > 1 ? several : ''}${sentenceOf(unread[0])}`;
      this.parts.emit({ kind: 'failed', command: 'list-runs', sentence });
    }
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
    const write = async () => {
      const record = await this.recordOf(id);
      Object.assign(record, change(record));
      await writeRecord(this.folderOf(id), record);
    };
    await this.exclusively(id, write);
    await this.tell(id);
  }

  /** A run that lies on the disk only takes the change when it continues. */
  async changeSetting(id: string, name: SettingName, value: number | string): Promise<void> {
    checkChange(name, value);
    const folder = this.folderOf(id);
    const { state, update } = await readRecord(folder);
    if (state === 'finished') throw problem('The run is finished. Train it longer to change its settings.');
    const change: SettingChange = { update, name, value };
    await this.exclusively(id, () => appendOnce(folder.changesPath, change));
    this.parts.emit({ kind: 'setting-changed', run: id, change });
  }

  /** One that was written when the run no longer trained. */
  async keepSample(id: string, sample: Sample): Promise<void> {
    const open = this.parts.openRun(id);
    if (open) open.storage.samples.append(sample);
    else await this.exclusively(id, () => appendOnce(this.folderOf(id).samplesPath, sample));
  }

  /** While a run is open here, its lock is held. */
  private exclusively(id: string, work: () => Promise<void>): Promise<void> {
    return this.parts.openRun(id) ? work() : withRunLock(this.folderOf(id).path, work);
  }

  private async summary(id: string): Promise<RunSummary> {
    const record = await this.recordOf(id);
    this.queue.follow(id, record);
    const folder = this.folderOf(id);
    const open = this.parts.openRun(id);
    const changes = await readChanges(folder);
    const interrupted = record.state === 'training' && open === null ? await interruptionOf(folder) : null;
    this.parts.noteHolder(id, interrupted !== null && interrupted.holder !== null);
    return summaryOf({ id, record, changes, open, queuePlace: this.queue.placeOf(id), interrupted });
  }
}
