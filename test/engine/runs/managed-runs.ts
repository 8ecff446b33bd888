// A run manager with real lane workers over a folder of its own, and what it tells.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Settings } from '../../../src-engine/hyperparameters';
import type { RunSummary } from '../../../src-engine/protocol/messages';
import { RunManager } from '../../../src-engine/runs/run-manager';
import { FILES, exampleText, smallSettings, temporaryFolder } from '../built-engine';
import { toldEvents } from '../told-events';

/** Longer than any test takes on any machine. */
export const ENDLESS = { length: 1e12 };

/** `folder` is one that an earlier manager has left. */
export async function managedRuns(folder?: string, writeSample = () => Promise.resolve('words')) {
  const home = folder ?? (await temporaryFolder());
  const text = join(home, 'text.txt');
  await mkdir(join(home, 'runs'), { recursive: true });
  if (folder === undefined) await writeFile(text, exampleText(20_000));
  const events = toldEvents();
  const manager = new RunManager({
    files: FILES,
    runsPath: join(home, 'runs'),
    emit: events.emit,
    writeSample,
  });
  onTestFinished(() => manager.shutDown().catch(() => undefined));
  /** The run's identifier. */
  const start = async (settings: Partial<Settings>): Promise<string> => {
    const begin = () => manager.start({ name: 'My text', paths: [text], settings: smallSettings(settings) });
    return (await events.after(begin, 'run-started')).run;
  };
  /** The run, once it is reported in that state after this call; of any run where none is named. */
  const reaches = async (state: RunSummary['state'], run?: string): Promise<RunSummary> => {
    const isWanted = (summary: RunSummary) => summary.state === state && (run === undefined || summary.id === run);
    return (await events.next('run-changed', (event) => isWanted(event.run))).run;
  };
  /** The same, from when the command was given. */
  const brings = async (command: () => Promise<unknown>, state: RunSummary['state'], run?: string) => {
    const reached = reaches(state, run);
    await command();
    return reached;
  };
  /** The run's next metrics. */
  const trains = (run: string) => events.next('metrics', (event) => event.run === run);
  const fileOf = (run: string, ...names: string[]) => join(home, 'runs', run, ...names);
  return { home, text, manager, ...events, start, reaches, brings, trains, fileOf };
}
