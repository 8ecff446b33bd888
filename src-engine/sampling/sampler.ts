// The engine's side of the sampler thread: orders go in, text comes back.
import { Worker } from 'node:worker_threads';
import { detailOf, problem } from '../problem';
import type { Alternative } from './alternatives';
import type {
  AlternativesOrder,
  Piece,
  PreparationOrder,
  SamplerCommand,
  SamplerEvent,
  SamplerStart,
  ScoringOrder,
  WritingOrder,
} from './sampler-messages';
import { createTextDecoder } from './text-encoding';

export interface WritingListener {
  onPiece(piece: Piece): void;
  /** `sentence`: what went wrong; `note`: why it is shorter than was asked for. */
  onEnd(sentence: string | null, note?: string | null): void;
}

export interface Sampler {
  /** Starts the thread, for what is about to be written. */
  begin(): void;
  /** The order's weights are copied before this returns. */
  write(request: string, order: WritingOrder, listener: WritingListener): void;
  /** Reads ahead what an order is likely to begin with; the order then names this request. */
  prepare(request: string, order: PreparationOrder): void;
  /** How surprised the network is at each byte, in bits; null when it was stopped. */
  score(request: string, order: ScoringOrder, onProgress: (share: number) => void): Promise<Float32Array | null>;
  alternatives(request: string, order: AlternativesOrder): Promise<Alternative[]>;
  stop(request: string): void;
  close(): Promise<void>;
}

interface Waiting extends WritingListener {
  onScoring?(share: number): void;
  onScored?(bits: Float32Array): void;
  onAlternatives?(alternatives: Alternative[]): void;
}

/** The thread begins with the first order, or beforehand, so that the first click need not wait for it. */
export function openSampler(kernels: () => Promise<SamplerStart['kernels']>, workerFile: URL): Sampler {
  const waiting = new Map<string, Waiting>();

  const hear = (event: SamplerEvent) => {
    const listener = waiting.get(event.request);
    if (event.kind === 'piece') return listener?.onPiece(event.piece);
    if (event.kind === 'scoring') return listener?.onScoring?.(event.share);
    waiting.delete(event.request);
    if (event.kind === 'scored') listener?.onScored?.(event.bits);
    else if (event.kind === 'alternatives') listener?.onAlternatives?.(event.alternatives);
    else listener?.onEnd(event.sentence, event.note);
  };
  let current: Worker | null = null;
  const lost = (error: unknown) => {
    current = null;
    const listeners = [...waiting.values()];
    waiting.clear();
    for (const listener of listeners)
      listener.onEnd(`Generating stopped unexpectedly (${detailOf(error)}). Try again.`);
  };
  const start = () => {
    const worker = new Worker(workerFile, { name: 'sampler' });
    worker.on('message', hear);
    worker.on('error', lost);
    void kernels().then((chosen) => worker.postMessage({ kernels: chosen } satisfies SamplerStart), lost);
    return worker;
  };
  const post = (command: SamplerCommand) => {
    current ??= start();
    current.postMessage(command);
  };
  return {
    begin() {
      current ??= start();
    },
    write(request, order, listener) {
      waiting.set(request, listener);
      post({ kind: 'write', request, order });
    },
    prepare(request, order) {
      post({ kind: 'prepare', request, order });
    },
    alternatives(request, order) {
      return new Promise((resolve, reject) => {
        const onEnd = (sentence: string | null) => reject(problem(sentence ?? 'There are no alternatives here.'));
        waiting.set(request, { onPiece: () => undefined, onEnd, onAlternatives: resolve });
        post({ kind: 'alternatives', request, order });
      });
    },
    score(request, order, onProgress) {
      return new Promise((resolve, reject) => {
        const onEnd = (sentence: string | null) => (sentence === null ? resolve(null) : reject(problem(sentence)));
        waiting.set(request, { onPiece: () => undefined, onEnd, onScoring: onProgress, onScored: resolve });
        post({ kind: 'score', request, order });
      });
    },
    stop(request) {
      if (waiting.has(request)) post({ kind: 'stop', request });
    },
    async close() {
      await current?.terminate();
    },
  };
}

/** Writes the whole text and hands it over at once; for the short samples that a training run shows. */
export function writeText(sampler: Sampler, request: string, order: WritingOrder): Promise<string> {
  return new Promise((resolve, reject) => {
    const decoder = createTextDecoder(order.encoding);
    let text = '';
    sampler.write(request, order, {
      onPiece: ({ bytes }) => (text += decoder.decode(bytes, { stream: true })),
      onEnd: (sentence) => (sentence === null ? resolve(text + decoder.decode()) : reject(problem(sentence))),
    });
  });
}
