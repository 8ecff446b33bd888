// What a run will cost before it starts: parameters, memory, and the speed that was measured on this computer for its shape.
import { bytesBetween } from '../corpus/between-files';
import { layLanes, validationBytes } from '../corpus/lanes';
import { openTextFiles, type TextFiles } from '../corpus/text-files';
import { SETTING_NAMES, SETTINGS, settingsProblem, stepsPerUpdate, type Settings } from '../hyperparameters';
import { BYTE_VALUES } from '../model/shape';
import { DEFAULT_ENCODING } from '../protocol/encodings';
import { sentenceOf } from '../problem';
import type { Cost, EngineEvent } from '../protocol/messages';
import type { ThreadOptions } from '../workers/orders';
import { Believed } from './believed';
import { measureSpeed } from './calibrate';
import { paceOf } from './pace';
import { checkMemory, memoryOf } from '../training/memory-check';
import type { EngineFiles } from '../runs/open-run';
import { totalUpdates } from '../training/run-length';
import { TextAlphabets, type Alphabet } from './text-alphabet';
import { mostThreads } from '../training/threads';

/** How often it is looked whether the run that trains has come to rest. */
const WAIT_MS = 500;

export interface CostParts {
  files: EngineFiles;
  emit(event: EngineEvent): void;
  threadOptionsFor(settings: Settings): ThreadOptions;
  /** True while a run trains: then nothing is measured. */
  isTraining(): boolean;
}

interface Wanted {
  settings: Settings;
  paths: string[];
}

/** Settings of one key train as fast; the text matters only where its bytes make the network smaller. */
function costKey(settings: Settings, paths: string[], threadOptions: ThreadOptions): string {
  const counted = SETTING_NAMES.filter((name) => SETTINGS[name].affectsCost !== false).map((name) => settings[name]);
  return JSON.stringify([counted, settings.alphabet === 'occurring' ? paths : [], threadOptions]);
}

async function withText<T>({ settings, paths }: Wanted, use: (text: TextFiles) => Promise<T>): Promise<T> {
  const text = await openTextFiles(paths, bytesBetween(settings, DEFAULT_ENCODING));
  try {
    return await use(text);
  } finally {
    await text.close();
  }
}

/** Bytes that are trained on, in an epoch and in the whole run; null where that is not known beforehand. */
function bytesToTrain(settings: Settings, text: TextFiles): Pick<Cost, 'epochBytes' | 'runBytes'> {
  const training = text.bytes - validationBytes(text.bytes, settings.validationShare);
  const steps = stepsPerUpdate(settings);
  const { updatesPerEpoch } = layLanes(text.name, training, settings.lanes, steps);
  const updateBytes = steps * settings.lanes;
  const isCounted = settings.lengthUnit === 'epochs' || settings.lengthUnit === 'updates';
  const updates = totalUpdates(settings, updatesPerEpoch, { update: 0, elapsedMs: 0 });
  return { epochBytes: updatesPerEpoch * updateBytes, runBytes: isCounted ? updates * updateBytes : null };
}

/** Weights that are trained: of Wxh, Whh and the columns of Who that predict something. */
function parametersOf(hiddenSize: number, alphabet: Alphabet): number {
  return (BYTE_VALUES + hiddenSize + (alphabet?.length ?? BYTE_VALUES)) * hiddenSize;
}

export class CostEstimator {
  /** In bytes a second. */
  private readonly speeds = new Believed<number>();
  /** By the first measurement that says something of others, so that no preset changes while it is looked at. */
  private pace: number | null = null;
  private wanted: Wanted | null = null;
  private isAtWork = false;
  private readonly alphabets = new TextAlphabets();
  private superseded = new AbortController();

  constructor(private readonly parts: CostParts) {}

  /** Reports at once what is known, and for a text the speed as soon as it is measured. A later call replaces an earlier one. */
  async estimate(settings: Settings, paths: string[]): Promise<void> {
    if (settingsProblem(settings)) return;
    this.wanted = { settings, paths };
    this.superseded.abort();
    this.superseded = new AbortController();
    if (this.isAtWork) return;
    this.isAtWork = true;
    try {
      while (this.wanted) await this.answer(this.wanted);
    } finally {
      this.isAtWork = false;
    }
  }

  private async answer(wanted: Wanted): Promise<void> {
    const done = () => {
      if (this.wanted === wanted) this.wanted = null;
    };
    const tell = (rest: Pick<Cost, 'state' | 'bytesPerSecond' | 'sentence'>) =>
      this.parts.emit({ kind: 'cost', cost: { ...known, pace: this.pace, ...rest } });
    const { settings } = wanted;
    const { signal } = this.superseded;
    const sizes = (alphabet: Alphabet) => ({
      parameters: parametersOf(settings.hiddenSize, alphabet),
      memoryBytes: memoryOf(settings, mostThreads(settings), alphabet),
    });
    const known: Omit<Cost, 'state' | 'bytesPerSecond' | 'pace' | 'sentence'> = {
      ...sizes(null),
      epochBytes: null,
      runBytes: null,
    };
    if (settings.alphabet === 'occurring') known.parameters = null;
    try {
      if (wanted.paths.length === 0) {
        checkMemory(settings, mostThreads(settings), process.availableMemory());
        tell({ state: 'without-text', bytesPerSecond: null, sentence: null });
        done();
        return;
      }
      await withText(wanted, async (text) => {
        Object.assign(known, bytesToTrain(settings, text));
        Object.assign(known, sizes(await this.alphabets.find(settings, text, signal)));
      });
      const bytesPerSecond = await this.speedOf(wanted, (state) =>
        tell({ state, bytesPerSecond: null, sentence: null }),
      );
      if (bytesPerSecond !== null) tell({ state: 'measured', bytesPerSecond, sentence: null });
    } catch (error) {
      if (signal.aborted) return;
      tell({ state: 'impossible', bytesPerSecond: null, sentence: sentenceOf(error) });
    }
    done();
  }

  /** From what was measured before, or measured now; null when something else is wanted meanwhile. */
  private async speedOf(wanted: Wanted, tell: (state: 'measuring' | 'waiting') => void): Promise<number | null> {
    const { files, threadOptionsFor, isTraining } = this.parts;
    const { settings, paths } = wanted;
    for (;;) {
      const threadOptions = threadOptionsFor(settings);
      const key = costKey(settings, paths, threadOptions);
      const known = this.speeds.get(key);
      if (known !== undefined) return known;
      if (this.wanted !== wanted) return null;
      if (!isTraining()) {
        tell('measuring');
        const giveWay = () => isTraining() || this.wanted !== wanted;
        const speed = await withText(wanted, (text) => measureSpeed({ files, settings, threadOptions, text, giveWay }));
        if (speed === null) continue;
        this.speeds.set(key, speed);
        this.pace ??= paceOf(settings, speed);
      } else {
        tell('waiting');
        await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
      }
    }
  }
}
