// Declares every setting of a run once: the form, the command line, validation and checkpoints all read this table.
import { numberInSentence } from './problem';

export type Backprop = 'segment' | 'sliding';
export type Optimizer = 'adam' | 'adamw' | 'rmsprop' | 'adagrad' | 'momentum' | 'sgd';
export type AlphabetChoice = 'all' | 'occurring';
export type Initialisation = 'uniform' | 'orthogonal' | 'identity';
export type Schedule = 'constant' | 'cosine' | 'step' | 'plateau';
/** 'told': unlimited, until the user stops it. */
export type LengthUnit = 'epochs' | 'updates' | 'minutes' | 'told';
export type KernelVariant = 'fast' | 'strict';
export type LeaveRoom = 'on-battery' | 'always' | 'never';
export type Priority = 'low' | 'normal';

export interface Settings {
  hiddenSize: number;
  backprop: Backprop;
  truncation: number;
  steps: number;
  alphabet: AlphabetChoice;
  initialisation: Initialisation;
  optimizer: Optimizer;
  learningRate: number;
  schedule: Schedule;
  clipNorm: number;
  clipElement: number;
  patience: number;
  length: number;
  lengthUnit: LengthUnit;
  restartShare: number;
  seed: number;
  lanes: number;
  validationShare: number;
  validationEvery: number;
  sampleEvery: number;
  checkpointEvery: number;
  threads: number;
  leaveRoom: LeaveRoom;
  priority: Priority;
  kernels: KernelVariant;
}

export type SettingName = keyof Settings;
export type SettingValue = Settings[SettingName];
export type SettingGroup = 'Network' | 'Learning' | 'Text' | 'Computer';

interface SettingFacts {
  label: string;
  group: SettingGroup;
  /** One sentence for the user: what it does, and the effect of more or less of it. */
  help: string;
  /** The option of the terminal host, without its dashes; none where another option covers it. */
  flag?: string;
  /** May change while a run trains; it takes effect at the next update. */
  live?: boolean;
}

export interface NumberSetting extends SettingFacts {
  kind: 'number';
  default: number;
  least: number;
  most: number;
  whole: boolean;
  unit: string;
  /** How a slider runs over the range. */
  scale: 'linear' | 'logarithmic';
  /** What 0 says where it is not a quantity, for example "off". */
  zeroMeans?: string;
}

export interface ChoiceSetting extends SettingFacts {
  kind: 'choice';
  default: string;
  options: { value: string; label: string }[];
}

export type Setting = NumberSetting | ChoiceSetting;

// prettier-ignore
export const SETTINGS: Record<SettingName, Setting> = {
  hiddenSize: {
    kind: 'number', label: 'Hidden size', group: 'Network', flag: 'hidden', unit: 'units',
    default: 128, least: 1, most: 4096, whole: true, scale: 'logarithmic',
    help: 'How many hidden units the network has; more units learn finer detail but train more slowly.',
  },
  backprop: {
    kind: 'choice', label: 'Back-propagation', group: 'Network', flag: 'backprop',
    default: 'segment',
    options: [{ value: 'segment', label: 'Segment' }, { value: 'sliding', label: 'Sliding' }],
    help: 'Segment carries each error back to the start of its segment; sliding carries each through exactly k steps and is slower.',
  },
  truncation: {
    kind: 'number', label: 'Truncation k', group: 'Network', flag: 'truncation', unit: 'bytes',
    default: 64, least: 0, most: 4096, whole: true, scale: 'logarithmic',
    help: 'How many bytes an error flows back; more lets the network learn longer dependencies.',
  },
  steps: {
    kind: 'number', label: 'Bytes per update', group: 'Network', flag: 'steps', unit: 'bytes per lane',
    default: 0, least: 0, most: 4096, whole: true, scale: 'logarithmic', zeroMeans: 'same as the truncation',
    help: 'Sliding only: how many bytes each lane reads between updates; 1 is pure online learning.',
  },
  alphabet: {
    kind: 'choice', label: 'Alphabet', group: 'Network', flag: 'alphabet',
    default: 'all',
    options: [{ value: 'all', label: 'All 256' }, { value: 'occurring', label: 'Occurring' }],
    help: 'Which bytes the network can predict: all 256, or only those in the text, which is up to twice as fast.',
  },
  initialisation: {
    kind: 'choice', label: 'Initial weights', group: 'Network', flag: 'initialisation',
    default: 'identity',
    options: [{ value: 'identity', label: 'Identity' }, { value: 'orthogonal', label: 'Orthogonal' }, { value: 'uniform', label: 'Uniform' }],
    help: 'The recurrent weights before training: half the identity matrix, which already remembers; a random orthogonal matrix; or uniform in ±1/√H.',
  },
  optimizer: {
    kind: 'choice', label: 'Optimiser', group: 'Learning', flag: 'optimizer',
    default: 'adam',
    options: [
      { value: 'adam', label: 'Adam' }, { value: 'adamw', label: 'AdamW' }, { value: 'rmsprop', label: 'RMSprop' },
      { value: 'adagrad', label: 'Adagrad' }, { value: 'momentum', label: 'Momentum (Nesterov)' }, { value: 'sgd', label: 'SGD' },
    ],
    help: 'Adam adapts the step to each weight and learns fast; SGD follows the plain gradient, as in textbooks.',
  },
  learningRate: {
    kind: 'number', label: 'Learning rate', group: 'Learning', flag: 'learning-rate', unit: '', live: true,
    default: 0.003, least: 1e-7, most: 10, whole: false, scale: 'logarithmic',
    help: 'How far each update moves the weights; too small learns slowly, too large makes the loss jump.',
  },
  schedule: {
    kind: 'choice', label: 'Schedule', group: 'Learning', flag: 'schedule',
    default: 'constant',
    options: [{ value: 'constant', label: 'Constant' }, { value: 'cosine', label: 'Warm-up, then cosine' },
      { value: 'step', label: 'Stepped down' }, { value: 'plateau', label: 'Halve on plateau' }],
    help: 'How the learning rate changes: constant, warm-up then cosine, stepped down (halved after each eighth), or halved when validation stops improving.',
  },
  clipNorm: {
    kind: 'number', label: 'Clip gradient norm', group: 'Learning', flag: 'clip-norm', unit: '', live: true,
    default: 1, least: 0, most: 1e6, whole: false, scale: 'logarithmic', zeroMeans: 'off',
    help: 'Scales down any gradient with a larger norm, so that one unusual passage cannot upset the weights.',
  },
  clipElement: {
    kind: 'number', label: 'Clip gradient elements', group: 'Learning', flag: 'clip-element', unit: '', live: true,
    default: 0, least: 0, most: 1e6, whole: false, scale: 'logarithmic', zeroMeans: 'off',
    help: 'Limits each element of the gradient to plus or minus this value, after clipping by norm.',
  },
  patience: {
    kind: 'number', label: 'Stop early after', group: 'Learning', flag: 'patience', unit: 'validations', live: true,
    default: 0, least: 0, most: 1000, whole: true, scale: 'linear', zeroMeans: 'never',
    help: 'Ends the run after this many validations in a row without improvement.',
  },
  length: {
    kind: 'number', label: 'Train for', group: 'Learning', unit: '',
    default: 10, least: 0.001, most: 1e12, whole: false, scale: 'logarithmic',
    help: 'How long to train; you can stop earlier at any time, and extend the run later.',
  },
  lengthUnit: {
    kind: 'choice', label: 'Length unit', group: 'Learning',
    default: 'epochs',
    options: [{ value: 'epochs', label: 'Epochs' }, { value: 'updates', label: 'Updates' }, { value: 'minutes', label: 'Minutes' }, { value: 'told', label: 'Unlimited' }],
    help: 'An epoch is one pass over the whole text; an update is one step of the optimiser.',
  },
  restartShare: {
    kind: 'number', label: 'Restart probability', group: 'Learning', flag: 'restart-share', unit: '',
    default: 0.03, least: 0, most: 1, whole: false, scale: 'linear', zeroMeans: 'never',
    help: 'The probability, per lane and update, of restarting from the zero state, where generated text starts too; the network learns to start well.',
  },
  seed: {
    kind: 'number', label: 'Seed', group: 'Learning', flag: 'seed', unit: '',
    default: 1, least: 0, most: 4294967295, whole: true, scale: 'linear',
    help: 'Starts the random numbers; the same seed, text and settings give the same network, byte for byte.',
  },
  lanes: {
    kind: 'number', label: 'Lanes', group: 'Text', flag: 'lanes', unit: 'readers',
    default: 32, least: 1, most: 4096, whole: true, scale: 'logarithmic',
    help: 'How many places in the text are read in parallel (the batch size); more makes updates smoother and uses the computer better.',
  },
  validationShare: {
    kind: 'number', label: 'Held-out text', group: 'Text', flag: 'validation', unit: 'of the text',
    default: 0.05, least: 0, most: 0.5, whole: false, scale: 'linear', zeroMeans: 'nothing',
    help: 'The share at the end of the text that is never trained on; validation predicts it to show how well the network generalises.',
  },
  validationEvery: {
    kind: 'number', label: 'Validate every', group: 'Text', flag: 'validation-every', unit: 'updates', live: true,
    default: 500, least: 0, most: 1e9, whole: true, scale: 'logarithmic', zeroMeans: 'only at the end',
    help: 'How often the network is evaluated on the held-out text during training.',
  },
  sampleEvery: {
    kind: 'number', label: 'Write a sample every', group: 'Text', flag: 'sample-every', unit: 'updates', live: true,
    default: 250, least: 0, most: 1e9, whole: true, scale: 'logarithmic', zeroMeans: 'never',
    help: 'How often the network writes a short sample during training.',
  },
  checkpointEvery: {
    kind: 'number', label: 'Checkpoint every', group: 'Computer', flag: 'checkpoint-every', unit: 'updates', live: true,
    default: 500, least: 1, most: 1e9, whole: true, scale: 'logarithmic',
    help: 'How often all progress is saved; a crash costs at most this many updates.',
  },
  threads: {
    kind: 'number', label: 'Threads', group: 'Computer', flag: 'threads', unit: '', live: true,
    default: 0, least: 0, most: 64, whole: true, scale: 'linear', zeroMeans: 'all cores',
    help: 'How many cores train; the result is the same for any number.',
  },
  leaveRoom: {
    kind: 'choice', label: 'Leave room for other work', group: 'Computer', live: true,
    default: 'on-battery',
    options: [{ value: 'on-battery', label: 'On battery' }, { value: 'always', label: 'Always' }, { value: 'never', label: 'Never' }],
    help: 'When to use only half of the threads, so that the computer stays cool and responsive; the result is the same.',
  },
  priority: {
    kind: 'choice', label: 'Priority', group: 'Computer', live: true,
    default: 'low',
    options: [{ value: 'low', label: 'Low' }, { value: 'normal', label: 'Normal' }],
    help: 'Low gives way to all other programs, including this window; normal competes with them equally.',
  },
  kernels: {
    kind: 'choice', label: 'Arithmetic', group: 'Computer', flag: 'kernels',
    default: 'fast',
    options: [{ value: 'fast', label: 'Fast' }, { value: 'strict', label: 'Strict' }],
    help: 'Fast fuses multiply and add; strict gives the same bits on every machine but is slower.',
  },
};

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

export function defaultSettings(): Settings {
  const entries = SETTING_NAMES.map((name): [SettingName, SettingValue] => [
    name,
    SETTINGS[name].default as SettingValue,
  ]);
  return Object.fromEntries<SettingValue>(entries) as unknown as Settings;
}

function numberProblem(setting: NumberSetting, value: unknown): string | null {
  const { label, least, most, whole } = setting;
  const range = `${numberInSentence(least)} to ${numberInSentence(most)}`;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return `${label} "${String(value)}" is not a number. Enter a ${whole ? 'whole number' : 'number'} from ${range}.`;
  }
  if (whole && !Number.isInteger(value))
    return `${label} ${numberInSentence(value)} is not a whole number. Enter one from ${range}.`;
  if (value < least || value > most)
    return `${label} ${numberInSentence(value)} is out of range. Choose from ${range}.`;
  return null;
}

/** The problem with one value, as a message; null when it may be used. */
export function settingProblem(name: SettingName, value: unknown): string | null {
  const setting = SETTINGS[name];
  if (setting.kind === 'number') return numberProblem(setting, value);
  if (setting.options.some((option) => option.value === value)) return null;
  const known = setting.options.map((option) => option.value).join(', ');
  return `${setting.label} "${String(value)}" is not valid. Choose one of: ${known}.`;
}

/** What is wrong with the settings together, the first thing only; null when a run may begin with them. */
export function settingsProblem(settings: Settings): string | null {
  for (const name of SETTING_NAMES) {
    const problem = settingProblem(name, settings[name]);
    if (problem) return problem;
  }
  const { backprop, truncation, steps } = settings;
  if (backprop === 'segment' && truncation < 1) {
    return 'Segment back-propagation needs a truncation k of 1 or more. Raise it, or choose sliding.';
  }
  if (backprop === 'segment' && steps !== 0 && steps !== truncation) {
    return `Bytes per update ${steps} differs from the truncation ${truncation}. Segment back-propagation uses one value for both: leave it out, or choose sliding.`;
  }
  const { lengthUnit, schedule, patience, validationShare, validationEvery } = settings;
  if (lengthUnit === 'told' && (schedule === 'cosine' || schedule === 'step')) {
    return 'This schedule needs a fixed run length, and the run is unlimited. Choose a length, or the schedule Constant or Halve on plateau.';
  }
  if (patience > 0 && (validationShare === 0 || validationEvery === 0)) {
    return `Stopping early after ${patience} validations needs validation. Hold out some of the text and set a validation interval, or set this to 0.`;
  }
  return null;
}

/** T or u: the bytes a lane reads per update. */
export function stepsPerUpdate(settings: Pick<Settings, 'backprop' | 'truncation' | 'steps'>): number {
  if (settings.backprop === 'segment') return settings.truncation;
  return settings.steps || Math.max(1, settings.truncation);
}

/** True when training keeps to half of its threads now. */
export function leavesRoom(choice: LeaveRoom, isOnBattery: boolean): boolean {
  return choice === 'always' || (choice === 'on-battery' && isOnBattery);
}
