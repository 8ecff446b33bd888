// Gives each run a colour of its own: neighbours in the list never have the same.
import { RUN_COLOURS } from '../protocol/run-list';
import { listedRunFolder, listRuns, newestFirst, readRecord } from '../run-files/run-folder';

/** Of a run that was given none: always the same one. */
export function colourFor(id: string): number {
  let sum = 0;
  for (const character of id) sum = (31 * sum + (character.codePointAt(0) ?? 0)) % 65_521;
  return sum % RUN_COLOURS;
}

/** The one after that of the newest run. */
export async function nextColour(runsPath: string): Promise<number> {
  const [newest] = newestFirst(await listRuns(runsPath));
  if (newest === undefined) return 0;
  const record = await readRecord(listedRunFolder(runsPath, newest)).catch(() => null);
  return ((record?.colour ?? colourFor(newest)) + 1) % RUN_COLOURS;
}
