// How fast this computer is, as the presets count it: what a measured speed says of networks of other sizes.
import { openTextFiles } from '../corpus/text-files';
import { defaultSettings, type Settings } from '../hyperparameters';
import { BYTE_VALUES } from '../model/shape';
import type { EngineFiles } from '../runs/open-run';
import { costOfByte } from '../settings/presets';
import { threadsFor } from '../training/threads';
import { measureSpeed } from './calibrate';

/** With fewer lanes the products are too small to say how fast others are. */
const LANES_THAT_FILL = 16;

/** Null where the speed was measured with settings that say nothing of others. */
export function paceOf({ hiddenSize, backprop, lanes, alphabet }: Settings, bytesPerSecond: number): number | null {
  if (backprop !== 'segment' || lanes < LANES_THAT_FILL) return null;
  return bytesPerSecond * (alphabet === 'all' ? costOfByte(hiddenSize, BYTE_VALUES) : costOfByte(hiddenSize));
}

/** Trains a network of the default size for half a second. `chosen`: of the threads and vectors that will train. */
export async function measurePace(
  files: EngineFiles,
  paths: string[],
  chosen: Partial<Pick<Settings, 'threads' | 'kernels' | 'vectors'>>,
): Promise<number | null> {
  const settings: Settings = { ...defaultSettings(), ...chosen };
  const text = await openTextFiles(paths);
  try {
    const threadOptions = { threads: threadsFor(settings), priority: settings.priority };
    const speed = await measureSpeed({ files, settings, threadOptions, text, giveWay: () => false });
    return speed === null ? null : paceOf(settings, speed);
  } finally {
    await text.close();
  }
}
