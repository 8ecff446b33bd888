// What the engine does for Look inside and By the book: finds the network and the text, has the inspector look, tells what it saw.
import { openTextFiles } from './corpus/text-files';
import type { Inspector } from './inspection/inspector';
import type { InspectorWork } from './inspection/inspector-messages';
import { MOST_INSPECTED_BYTES } from './inspection-protocol';
import { problem, sentenceOf } from './problem';
import type { EngineCommand, EngineEvent } from './protocol';
import type { Networks } from './networks';
import type { RunManager } from './training/run-manager';

type Command<Kind extends EngineCommand['kind']> = Extract<EngineCommand, { kind: Kind }>;
type InspectionCommand = Command<'read-inside' | 'show-weights' | 'work-through'>;

export const isInspection = (command: EngineCommand): command is InspectionCommand =>
  command.kind === 'read-inside' || command.kind === 'show-weights' || command.kind === 'work-through';

/** Where a text lies in a run's. */
interface Place {
  offset: number;
  textBytes: number;
}

export interface LookInsideParts {
  runs: RunManager;
  networks: Networks;
  inspector: Inspector;
  emit(event: EngineEvent): void;
}

/** At most 2,000 bytes of a run's text, from `offset` or as near to it as leaves as many. */
async function readCorpus(paths: string[], wanted: number): Promise<{ text: Uint8Array; place: Place }> {
  const files = await openTextFiles(paths);
  try {
    const text = new Uint8Array(Math.min(MOST_INSPECTED_BYTES, files.bytes));
    const offset = Math.min(wanted, files.bytes - text.length);
    await files.read(text, offset);
    return { text, place: { offset, textBytes: files.bytes } };
  } finally {
    await files.close();
  }
}

async function readInside(
  { runs, networks, inspector, emit }: LookInsideParts,
  command: Command<'read-inside'>,
): Promise<void> {
  const { request, network, text: wanted, flowSteps } = command;
  const { weights, update } = await networks.find(network.run, network.update);
  let work: InspectorWork;
  let place: Place | null = null;
  if (wanted.kind === 'generated') {
    work = { kind: 'write-and-read', seed: wanted.seed, bytes: MOST_INSPECTED_BYTES, flowSteps };
  } else {
    const corpus = wanted.kind === 'corpus' ? await readCorpus(await runs.textPaths(network.run), wanted.offset) : null;
    place = corpus?.place ?? null;
    work = {
      kind: 'read',
      text: corpus?.text ?? (wanted.kind === 'given' ? wanted.bytes : new Uint8Array()),
      flowSteps,
    };
  }
  const result = await inspector.inspect(weights, work);
  if (result.kind === 'read') emit({ kind: 'inside', request, update, reading: result.reading, place });
}

async function workThrough(
  { networks, inspector, emit }: LookInsideParts,
  command: Command<'work-through'>,
): Promise<void> {
  const { request, network, bytes, position, truncation } = command;
  if (position > bytes.length - 2) {
    throw problem(
      `Byte ${position + 1} of ${bytes.length} has no byte after it to be predicted. Choose an earlier one.`,
    );
  }
  const { weights, update } = await networks.find(network.run, network.update);
  const result = await inspector.inspect(weights, { kind: 'work-through', text: bytes, position, truncation });
  if (result.kind === 'worked-through') emit({ kind: 'worked-through', request, update, example: result.example });
}

async function showWeights({ networks, emit }: LookInsideParts, command: Command<'show-weights'>): Promise<void> {
  const { weights, update } = await networks.find(command.network.run, command.network.update);
  emit({ kind: 'weights', request: command.request, update, weights });
}

/** What goes wrong is told under the request's name. */
export async function lookInside(parts: LookInsideParts, command: InspectionCommand): Promise<void> {
  try {
    if (command.kind === 'read-inside') await readInside(parts, command);
    else if (command.kind === 'work-through') await workThrough(parts, command);
    else await showWeights(parts, command);
  } catch (error) {
    parts.emit({ kind: 'inspection-failed', request: command.request, sentence: sentenceOf(error) });
  }
}
