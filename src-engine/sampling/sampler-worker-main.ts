// The sampler's thread: works on all requests in turn, a slice of each, so that a long one keeps no short one waiting.
import { parentPort, workerData } from 'node:worker_threads';
import { sentenceOf } from '../problem';
import { createGenerator, type Generator } from './generator';
import type { SamplerCommand, SamplerEvent, SamplerStart } from './sampler-messages';

const SLICE_MS = 15;
const BYTES_AT_ONCE = 64;

interface Job {
  generator: Generator;
  decoder: InstanceType<typeof TextDecoder>;
  made: number;
}

function serve({ module }: SamplerStart, post: (event: SamplerEvent) => void): (command: SamplerCommand) => void {
  const jobs = new Map<string, Job>();
  let running = false;

  const end = (request: string, job: Job | undefined, sentence: string | null) => {
    jobs.delete(request);
    const rest = job?.decoder.decode() ?? '';
    if (rest !== '') post({ kind: 'generated', request, text: rest });
    post({ kind: 'ended', request, bytes: job?.made ?? 0, sentence });
  };
  const slice = (request: string, job: Job) => {
    const untilMs = performance.now() + SLICE_MS;
    let text = '';
    while (job.generator.remaining > 0 && performance.now() < untilMs) {
      const bytes = job.generator.next(BYTES_AT_ONCE);
      job.made += bytes.length;
      text += job.decoder.decode(bytes, { stream: true });
    }
    if (text !== '') post({ kind: 'generated', request, text });
    if (job.generator.remaining === 0) end(request, job, null);
  };
  const round = () => {
    for (const [request, job] of [...jobs]) slice(request, job);
    running = jobs.size > 0;
    if (running) setImmediate(round);
  };
  return (command) => {
    if (command.kind === 'stop') {
      if (jobs.has(command.request)) end(command.request, jobs.get(command.request), null);
      return;
    }
    const { request, weights, options } = command;
    try {
      jobs.set(request, { generator: createGenerator(module, weights, options), decoder: new TextDecoder(), made: 0 });
    } catch (error) {
      end(request, undefined, sentenceOf(error));
    }
    if (!running && jobs.size > 0) {
      running = true;
      setImmediate(round);
    }
  };
}

const obey = serve(workerData as SamplerStart, (event) => parentPort?.postMessage(event));
parentPort?.on('message', obey);
