// Decides what files and folders from outside are: models, a run's folder, or a text.
import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { OfferKind } from '../calls/window-api';

export interface SortedFiles {
  kind: OfferKind;
  paths: string[];
}

const isModelFile = (path: string): boolean => extname(path).toLowerCase() === '.safetensors';

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (facts) => facts.isFile(),
    () => false,
  );

/** A run's own folder, or one that comes back from a bigger machine with the run in it. */
async function isRunFolder(path: string): Promise<boolean> {
  if (await isFile(join(path, 'run.json'))) return true;
  return (await isFile(join(path, 'train.py'))) && isFile(join(path, 'run', 'run.json'));
}

/** Each model stands alone. What else there is is a run when it is one run's folder, otherwise one text. */
export async function sortFiles(paths: readonly string[]): Promise<SortedFiles[]> {
  const models = paths.filter(isModelFile).map((path): SortedFiles => ({ kind: 'model', paths: [path] }));
  const others = paths.filter((path) => !isModelFile(path));
  const [only, second] = others;
  if (only === undefined) return models;
  const kind = second === undefined && (await isRunFolder(only)) ? 'run' : 'text';
  return [...models, { kind, paths: others }];
}
