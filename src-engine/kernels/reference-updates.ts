// Whole updates over the reference equations: lanes, both schedules, clipping, SGD and Adam as PyTorch defines them.
import { addGradients, at, lossNats, walkOn, zeroNetwork, type Network, type Walk } from './reference';

export interface Backprop {
  /** sliding: every error flows through k applications of Whh. segment: to its update's first byte. */
  mode: 'segment' | 'sliding';
  /** k; in segment T. */
  truncation: number;
}

export interface OptimizerSettings {
  name: 'sgd' | 'adam';
  learningRate: number;
  /** 0 is off. */
  clipNorm: number;
}

export interface ReferenceUpdate {
  /** The mean of E_t over the update's predictions. */
  lossNats: number;
  /** Of that mean, before clipping. */
  gradients: Network;
  /** What each lane remembers after it. */
  remembered: Walk[];
}

const MATRICES = ['Wxh', 'Whh', 'Who'] as const;
const ADAM_BETA1 = 0.9;
const ADAM_BETA2 = 0.999;
const ADAM_EPSILON = 1e-8;

/** Lane b's bytes text[b·L … (b+1)·L], L+1 of them, L = floor((n-1)/B): each of the first L predicts its successor. */
export function laneTexts(text: Uint8Array, lanes: number): Uint8Array[] {
  const laneBytes = Math.floor((text.length - 1) / lanes);
  return Array.from({ length: lanes }, (_, lane) => text.slice(lane * laneBytes, (lane + 1) * laneBytes + 1));
}

/** A lane at its start, at an epoch's start and after a restart: the zero state, nothing read. */
export const beginLane = (hiddenSize: number): Walk => ({ states: [new Float64Array(hiddenSize)], bytes: [] });

/** What of a walk an update later can reach: k+1 states and k bytes in sliding, the last state alone in segment. */
function rememberedOf({ states, bytes }: Walk, { mode, truncation }: Backprop): Walk {
  const kept = mode === 'sliding' ? Math.min(truncation, bytes.length) : 0;
  return { states: states.slice(states.length - 1 - kept), bytes: bytes.slice(bytes.length - kept) };
}

/** Loss and gradients of one update; feeds[b] holds lane b's T bytes (or u) and the one that the last of them predicts. */
export function differentiateUpdate(
  network: Network,
  remembered: readonly Walk[],
  feeds: readonly Uint8Array[],
  backprop: Backprop,
  maskOf?: (step: number, lane: number) => Float64Array,
): ReferenceUpdate {
  const steps = at(feeds, 0).length - 1;
  const share = 1 / (feeds.length * steps);
  const gradients = zeroNetwork(network.hiddenSize);
  let loss = 0;
  const walks = feeds.map((feed, lane) => {
    const walk = walkOn(network, at(remembered, lane), feed.subarray(0, steps));
    const first = at(remembered, lane).bytes.length;
    for (let step = 0; step < steps; step++) {
      const t = first + step;
      const target = at(feed, step + 1);
      const mask = maskOf?.(step, lane);
      loss += share * lossNats(network, at(walk.states, t + 1), target, mask);
      const { truncation } = backprop;
      addGradients(gradients, network, walk, { t, target, truncation, share, ...(mask ? { mask } : {}) });
    }
    return rememberedOf(walk, backprop);
  });
  return { lossNats: loss, gradients, remembered: walks };
}

/** Each element of one network from the same element of it and of others, matrix by matrix. */
function combine(of: (value: number, ...others: number[]) => number, network: Network, ...others: Network[]): Network {
  const take = (name: (typeof MATRICES)[number]) =>
    network[name].map((value, index) => of(value, ...others.map((other) => at(other[name], index))));
  return { hiddenSize: network.hiddenSize, Wxh: take('Wxh'), Whh: take('Whh'), Who: take('Who') };
}

/** ‖(dWxh, dWhh, dWho)‖₂, all three as one vector. */
export function normOf(gradients: Network): number {
  return Math.sqrt(
    MATRICES.reduce((sum, name) => gradients[name].reduce((squares, value) => squares + value ** 2, sum), 0),
  );
}

/** g·min(1, clipNorm/‖g‖); clipNorm 0 is off. */
export function clipByNorm(gradients: Network, clipNorm: number): Network {
  if (clipNorm === 0) return gradients;
  const scale = Math.min(1, clipNorm / normOf(gradients));
  return combine((g) => scale * g, gradients);
}

/** W - lr·g */
export function sgd(network: Network, gradients: Network, learningRate: number): Network {
  return combine((w, g) => w - learningRate * g, network, gradients);
}

export interface Moments {
  m: Network;
  v: Network;
}

/**
 * m = β₁·m + (1-β₁)·g,  v = β₂·v + (1-β₂)·g²,  W - lr·(m/(1-β₁ᵗ)) / (√v/√(1-β₂ᵗ) + ε)
 * t counts updates from 1.
 */
export function adam(
  network: Network,
  gradients: Network,
  moments: Moments,
  { learningRate, t }: { learningRate: number; t: number },
): { network: Network; moments: Moments } {
  const m = combine((old, g) => ADAM_BETA1 * old + (1 - ADAM_BETA1) * g, moments.m, gradients);
  const v = combine((old, g) => ADAM_BETA2 * old + (1 - ADAM_BETA2) * g ** 2, moments.v, gradients);
  const firstCorrection = 1 - ADAM_BETA1 ** t;
  const secondCorrection = Math.sqrt(1 - ADAM_BETA2 ** t);
  const updated = combine(
    (w, first, second) =>
      w - (learningRate * (first / firstCorrection)) / (Math.sqrt(second) / secondCorrection + ADAM_EPSILON),
    network,
    m,
    v,
  );
  return { network: updated, moments: { m, v } };
}

/** Where a run stands between two updates. */
export interface ReferenceRun {
  network: Network;
  moments: Moments;
  remembered: Walk[];
  /** Updates done. */
  update: number;
}

export interface RunSettings {
  text: Uint8Array;
  lanes: number;
  /** T or u: bytes a lane reads per update. */
  steps: number;
  backprop: Backprop;
  optimizer: OptimizerSettings;
  /** Whether a lane restarts before this update (counted from 0); at an epoch's start all do. */
  restarts?: (update: number, lane: number) => boolean;
}

export function beginRun(network: Network): ReferenceRun {
  const { hiddenSize } = network;
  return { network, moments: { m: zeroNetwork(hiddenSize), v: zeroNetwork(hiddenSize) }, remembered: [], update: 0 };
}

/** Loss and gradients of the run's next update; an epoch is floor(L/T) updates. */
export function differentiateNext(run: ReferenceRun, settings: RunSettings): ReferenceUpdate {
  const { text, lanes, steps, backprop, restarts = () => false } = settings;
  const { network, remembered, update } = run;
  const texts = laneTexts(text, lanes);
  const inEpoch = update % Math.floor((at(texts, 0).length - 1) / steps);
  const states = texts.map((_, lane) =>
    inEpoch === 0 || restarts(update, lane) ? beginLane(network.hiddenSize) : at(remembered, lane),
  );
  const feeds = texts.map((bytes) => bytes.subarray(inEpoch * steps, (inEpoch + 1) * steps + 1));
  return differentiateUpdate(network, states, feeds, backprop);
}

/** The run after its next update, and what that update measured. */
export function updateRun(run: ReferenceRun, settings: RunSettings): ReferenceUpdate & { run: ReferenceRun } {
  const measured = differentiateNext(run, settings);
  const { name, learningRate, clipNorm } = settings.optimizer;
  const clipped = clipByNorm(measured.gradients, clipNorm);
  const t = run.update + 1;
  const { network, moments } =
    name === 'sgd'
      ? { network: sgd(run.network, clipped, learningRate), moments: run.moments }
      : adam(run.network, clipped, run.moments, { learningRate, t });
  return { ...measured, run: { network, moments, remembered: measured.remembered, update: t } };
}
