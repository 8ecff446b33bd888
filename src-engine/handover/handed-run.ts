// What a handover hands over: the run as its newest checkpoint has it, or a new run that goes on from there with more units or lanes.
import { createRandom } from '../model/random';
import { encodeParts, freshLanes } from '../model/checkpoint';
import { initialWeights } from '../model/initialise';
import { MOMENTS_OF } from '../model/moments';
import type { Checkpoint } from '../model/read-checkpoint';
import { shapeOf } from '../model/shape';
import type { Weights } from '../model/weights';
import { settingsProblem, type Settings } from '../hyperparameters';
import { numberInSentence, problem } from '../problem';
import type { RunFolder, RunOrigin, RunRecord } from '../run-files/run-folder';
import { readChanges } from '../run-files/run-logs';
import { settingsAt } from '../run-files/setting-changes';
import { originOf, updatesAnEpoch } from '../runs/run-origin';
import { totalUpdates } from '../training/run-length';
import { widened } from './widen';

export interface Growth {
  /** Hidden units of the run that goes on; the run's own where it is not given. */
  hiddenSize?: number;
  lanes?: number;
  /** Begin from initial weights instead of the run's. */
  fromScratch?: boolean;
  /** How long it is to train. */
  length?: Pick<Settings, 'length' | 'lengthUnit'>;
}

export interface HandedRun {
  record: RunRecord;
  /** The file of its checkpoint. */
  checkpoint: Uint8Array;
  /** What is worth a line. */
  sentences: string[];
}

/** Whether the run itself is handed over, with its curve; otherwise a new one that goes on from it. */
export function isSameRun({ settings }: RunRecord, { hiddenSize, lanes, fromScratch = false }: Growth): boolean {
  const isSame = (wanted: number | undefined, known: number) => wanted === undefined || wanted === known;
  return !fromScratch && isSame(hiddenSize, settings.hiddenSize) && isSame(lanes, settings.lanes);
}

function checkGrowth({ settings }: RunRecord, wanted: Settings, fromScratch: boolean): void {
  const wrong = settingsProblem(wanted);
  if (wrong) throw problem(wrong);
  if (fromScratch || wanted.hiddenSize >= settings.hiddenSize) return;
  const [now, less] = [settings.hiddenSize, wanted.hiddenSize].map(numberInSentence);
  throw problem(`The run has ${now} hidden units and can go on with more, not with ${less}. Choose at least ${now}.`);
}

interface Beginning {
  weights: Weights;
  moments: Checkpoint['moments'];
  origin: RunOrigin | null;
  sentence: string;
}

async function beginningOf(
  folder: RunFolder,
  record: RunRecord,
  settings: Settings,
  fromScratch: boolean,
): Promise<Beginning> {
  const { hiddenSize, seed, initialisation } = settings;
  if (fromScratch) {
    const weights = { ...initialWeights(hiddenSize, seed, initialisation), alphabet: alphabetOf(record) };
    return { weights, moments: [], origin: null, sentence: 'It begins from initial weights.' };
  }
  const { weights, moments, origin } = await originOf(folder, record.settings);
  if (hiddenSize === record.settings.hiddenSize) {
    return { weights, moments, origin, sentence: 'It goes on with the weights, the optimizer and the schedule.' };
  }
  return {
    weights: widened(weights, hiddenSize, seed),
    moments: [],
    origin: { ...origin, updates: 0 },
    sentence: 'The wider network computes what the old one did; its optimizer begins again, its schedule goes on.',
  };
}

const alphabetOf = ({ alphabet }: RunRecord) => alphabet && Uint8Array.from(alphabet);

/** Weights that are all 0, as moments begin. */
function zeros({ hiddenSize, alphabet, Wxh, Whh, Who }: Weights): Weights {
  const zero = ({ length }: Float32Array) => new Float32Array(length);
  return { hiddenSize, alphabet, Wxh: zero(Wxh), Whh: zero(Whh), Who: zero(Who) };
}

/** A new run, with its first checkpoint; throws a `Problem` where the run cannot grow so. */
export async function grownRun(folder: RunFolder, record: RunRecord, growth: Growth): Promise<HandedRun> {
  const { fromScratch = false, length } = growth;
  const now = settingsAt(record.settings, await readChanges(folder), Infinity);
  const settings: Settings = {
    ...now,
    hiddenSize: growth.hiddenSize ?? now.hiddenSize,
    lanes: growth.lanes ?? now.lanes,
    ...length,
  };
  checkGrowth(record, settings, fromScratch);
  const { weights, moments, origin, sentence } = await beginningOf(folder, record, settings, fromScratch);
  const counters = {
    update: 0,
    elapsedMs: 0,
    restarts: createRandom(settings.seed, 'restarts'),
    kernels: record.kernels,
  };
  const empty = zeros(weights);
  const checkpoint = encodeParts({
    model: weights,
    trained: settings.averaging > 0 ? weights : null,
    moments: MOMENTS_OF[settings.optimizer].map((name) => {
      const values = moments.find((kept) => kept.name === name)?.values;
      return { name, values: values ? { ...empty, ...values } : empty };
    }),
    lanes: freshLanes(shapeOf(settings, alphabetOf(record))),
    counters,
  });
  const standing = { update: 0, elapsedMs: 0 };
  const total = totalUpdates(settings, updatesAnEpoch({ ...record, settings }), standing);
  return {
    record: {
      ...record,
      ...standing,
      name: grownName(record, settings, fromScratch),
      createdMs: Date.now(),
      settings,
      origin,
      isSeeded: false,
      totalUpdates: total,
      state: 'paused',
      queuedMs: null,
      sentence: null,
      lossNats: null,
      best: null,
      divergence: null,
      sparkline: [],
    },
    checkpoint,
    sentences: [sentence],
  };
}

function grownName({ name, settings: before }: RunRecord, settings: Settings, fromScratch: boolean): string {
  const { hiddenSize, lanes } = settings;
  const parts = [
    ...(hiddenSize === before.hiddenSize ? [] : [`${hiddenSize} units`]),
    ...(lanes === before.lanes ? [] : [`${lanes} lanes`]),
    ...(fromScratch ? ['from scratch'] : []),
  ];
  return `${name} (${parts.join(', ')})`;
}
