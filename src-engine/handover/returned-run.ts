// Finds the run in a folder that comes back from a bigger machine: the folder may be the handover's, or the run's own.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { systemPath } from '../files/system-names';

/** The run's folder within a handover's. */
export const RUN_IN_HANDOVER = 'run';

const isThere = (path: string) =>
  stat(systemPath(path)).then(
    () => true,
    () => false,
  );

/** The run's own folder: the one given, or `run` within it. What is neither is returned as it is, for the reader of runs to refuse. */
export async function runFolderIn(path: string): Promise<string> {
  if (await isThere(join(path, 'run.json'))) return path;
  const within = join(path, RUN_IN_HANDOVER);
  return (await isThere(join(within, 'run.json'))) ? within : path;
}
