// The engine's side of the sampler thread: requests go in, text comes back.
import { Worker } from 'node:worker_threads';
import type { CompiledKernels } from '../kernels/kernel-files';
import type { Weights } from '../model/weights';
import type { SamplingOptions } from '../protocol';
import type { SamplerCommand, SamplerEvent, SamplerStart } from './sampler-messages';

export interface GenerationListener {
  onText(text: string): void;
  onEnd(bytes: number, sentence: string | null): void;
}

export interface Sampler {
  generate(request: string, weights: Weights, options: SamplingOptions, listener: GenerationListener): void;
  stop(request: string): void;
  close(): Promise<void>;
}

export function openSampler(kernels: CompiledKernels, workerFile: URL): Sampler {
  const listeners = new Map<string, GenerationListener>();
  const workerData: SamplerStart = { module: kernels.module };
  const start = () => {
    const worker = new Worker(workerFile, { workerData, name: 'sampler' });
    worker.on('message', (event: SamplerEvent) => {
      const listener = listeners.get(event.request);
      if (event.kind === 'generated') return listener?.onText(event.text);
      listeners.delete(event.request);
      listener?.onEnd(event.bytes, event.sentence);
    });
    worker.on('error', (error) => {
      for (const listener of listeners.values())
        listener.onEnd(0, `Generating ended unexpectedly (${error.message}). Try again.`);
      listeners.clear();
      current = null;
    });
    return worker;
  };
  let current: Worker | null = null;
  const post = (command: SamplerCommand) => {
    current ??= start();
    current.postMessage(command);
  };
  return {
    generate(request, weights, options, listener) {
      listeners.set(request, listener);
      post({ kind: 'generate', request, weights, options });
    },
    stop(request) {
      if (listeners.has(request)) post({ kind: 'stop', request });
    },
    async close() {
      await current?.terminate();
    },
  };
}

/** Generates the whole text and hands it over at once; for the short samples that a training run shows. */
export function generateText(
  sampler: Sampler,
  request: string,
  weights: Weights,
  options: SamplingOptions,
): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    sampler.generate(request, weights, options, {
      onText: (piece) => (text += piece),
      onEnd: (_, sentence) => (sentence === null ? resolve(text) : reject(new Error(sentence))),
    });
  });
}
