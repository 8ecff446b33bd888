// The sampler's thread: works on all requests in turn, a slice of each, so that a long one keeps no short one waiting.
import { parentPort } from 'node:worker_threads';
import { freeUnusedMemory } from '../model/unused-memory';
import { sentenceOf } from '../problem';
import { likeliestCharacters } from './alternatives';
import { openNetworkStream, openReading } from './network-stream';
import { standAt } from './opening';
import type { Reading } from './reading';
import type {
  AlternativesOrder,
  Piece,
  SamplerCommand,
  SamplerEvent,
  SamplerStart,
  WritingOrder,
} from './sampler-messages';
import { PROGRESS_EVERY_MS, createThrottle } from '../throttle';
import { createScoringJob, type ScoringJob } from './scoring-job';
import { createWritingJob, type WritingJob } from './writing-job';

const SLICE_MS = 15;
const BYTES_READ_AHEAD = 8;

function alternativesFor({ kernels }: SamplerStart, { network, opening, encoding, count }: AlternativesOrder) {
  const stream = openNetworkStream(kernels[network.kernels], network.weights);
  standAt(stream, opening);
  const { context, unread } = opening;
  for (const byte of context.subarray(context.length - unread)) stream.read(byte);
  return likeliestCharacters(stream, encoding, count);
}

function buffersOf({ bytes, probabilities, memories }: Piece): ArrayBuffer[] {
  const views = [bytes, probabilities, ...memories.map(({ memory }) => memory.state)];
  return views.map((view) => view.buffer as ArrayBuffer);
}

function serve(
  start: SamplerStart,
  post: (event: SamplerEvent, transfer?: ArrayBuffer[]) => void,
): (command: SamplerCommand) => void {
  const jobs = new Map<string, WritingJob>();
  const scores = new Map<string, ScoringJob>();
  const isProgressDue = createThrottle(PROGRESS_EVERY_MS);
  let running = false;
  /** Read ahead while nothing is written. */
  let prepared: { request: string; reading: Reading } | null = null;

  const readAhead = (untilMs: number) => {
    while (prepared && prepared.reading.unread > 0 && performance.now() < untilMs)
      prepared.reading.read(BYTES_READ_AHEAD);
  };
  /** What was read ahead for an order; it is read only once. */
  const takePrepared = ({ prepared: request }: WritingOrder) => {
    if (request === undefined || prepared?.request !== request) return null;
    const { reading } = prepared;
    prepared = null;
    return reading;
  };

  const slice = (request: string, job: WritingJob) => {
    const piece = job.isDone ? null : job.slice(performance.now() + SLICE_MS);
    if (piece) post({ kind: 'piece', request, piece }, buffersOf(piece));
    if (!job.isDone) return;
    jobs.delete(request);
    freeUnusedMemory();
    post({ kind: 'ended', request, sentence: null, note: job.note });
  };
  const scoreOn = (request: string, job: ScoringJob) => {
    job.slice(performance.now() + SLICE_MS);
    if (job.isDone) {
      scores.delete(request);
      freeUnusedMemory();
      post({ kind: 'scored', request, bits: job.bits });
    } else if (isProgressDue.isDue()) post({ kind: 'scoring', request, share: job.share });
  };
  const hasWork = () => jobs.size > 0 || scores.size > 0 || (prepared?.reading.unread ?? 0) > 0;
  const round = () => {
    for (const [request, job] of [...jobs]) slice(request, job);
    for (const [request, job] of [...scores]) scoreOn(request, job);
    if (jobs.size === 0) readAhead(performance.now() + SLICE_MS);
    running = hasWork();
    if (running) setImmediate(round);
  };
  const obey = (command: SamplerCommand) => {
    switch (command.kind) {
      case 'stop':
        jobs.get(command.request)?.finish();
        if (scores.delete(command.request))
          post({ kind: 'ended', request: command.request, sentence: null, note: null });
        return;
      case 'score':
        scores.set(command.request, createScoringJob(start.kernels[command.order.network.kernels], command.order));
        return;
      case 'alternatives':
        post({
          kind: 'alternatives',
          request: command.request,
          alternatives: alternativesFor(start, command.order),
        });
        freeUnusedMemory();
        return;
      case 'write':
        jobs.set(
          command.request,
          createWritingJob(start.kernels[command.order.network.kernels], command.order, takePrepared(command.order)),
        );
        return;
      case 'prepare': {
        const { network, opening } = command.order;
        const reading = openReading(start.kernels[network.kernels], network.weights, opening);
        // Of the one before.
        if (prepared) freeUnusedMemory();
        prepared = { request: command.request, reading };
      }
    }
  };
  return (command) => {
    try {
      obey(command);
    } catch (error) {
      post({ kind: 'ended', request: command.request, sentence: sentenceOf(error), note: null });
    }
    if (running || !hasWork()) return;
    running = true;
    setImmediate(round);
  };
}

/** What comes before the kernels waits for them. */
function hearing(post: (event: SamplerEvent, transfer?: ArrayBuffer[]) => void) {
  const early: SamplerCommand[] = [];
  let obey = (command: SamplerCommand): void => void early.push(command);
  return (message: SamplerStart | SamplerCommand): void => {
    if (!('kernels' in message)) return obey(message);
    obey = serve(message, post);
    early.splice(0).forEach(obey);
  };
}

parentPort?.on(
  'message',
  hearing((event, transfer) => parentPort?.postMessage(event, transfer ?? [])),
);
