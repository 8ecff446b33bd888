// Notices what another program does to the run in view, and to any that it has open: a terminal that resumes it, trains it and pauses it again.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunFolder } from '../run-files/run-folder';
import { sentenceOnHolder } from '../run-files/run-lock';

const LOOK_EVERY_MS = 2000;

export interface RunsElsewhereParts {
  folderOf(id: string): RunFolder;
  /** It is open here: nobody else writes to it. */
  isOpenHere(id: string): boolean;
  /** `hasGrown`: its curve is longer. */
  onChanged(id: string, hasGrown: boolean): Promise<void>;
}

/** What another program changes. */
interface Seen {
  record: string;
  curveBytes: number;
}

export class RunsElsewhere {
  /** The run that the window shows. */
  inView: string | null = null;
  private readonly held = new Set<string>();
  private readonly seen = new Map<string, Seen>();
  private looking: Promise<void> = Promise.resolve();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly parts: RunsElsewhereParts,
    lookEveryMs = LOOK_EVERY_MS,
  ) {
    this.timer = setInterval(() => {
      this.looking = this.looking.then(() => this.look());
    }, lookEveryMs).unref();
  }

  /** Another program is known to have it open, or not any more. */
  note(id: string, isHeld: boolean): void {
    if (isHeld) this.held.add(id);
    else this.held.delete(id);
  }

  close(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    const watched = new Set([...this.held, ...(this.inView === null ? [] : [this.inView])]);
    for (const id of this.seen.keys()) if (!watched.has(id)) this.seen.delete(id);
    // A run that is just being moved away is told by whoever moves it.
    for (const id of watched) await this.lookAt(id).catch(() => undefined);
  }

  private async lookAt(id: string): Promise<void> {
    const before = this.seen.get(id);
    this.seen.delete(id);
    if (this.parts.isOpenHere(id)) return;
    const folder = this.parts.folderOf(id);
    const { mtimeMs, ino } = await stat(join(folder.path, 'run.json'));
    const curveBytes = await stat(folder.metricsPath).then(
      ({ size }) => size,
      () => 0,
    );
    const record = [mtimeMs, ino, await sentenceOnHolder(folder.path)].join();
    this.seen.set(id, { record, curveBytes });
    if (!before || (before.record === record && before.curveBytes === curveBytes)) return;
    await this.parts.onChanged(id, before.curveBytes !== curveBytes);
  }
}
