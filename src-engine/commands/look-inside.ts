// What the engine does for Look inside and By the book: finds the network and the text, has the inspector look, reports what it saw.
import type { TextFiles } from '../corpus/text-files';
import type { Drafts } from '../drafts/drafts';
import type { Inspector } from '../inspection/inspector';
import type { InspectorWork } from '../inspection/inspector-messages';
import { MOST_INSPECTED_BYTES, type InspectedText } from '../protocol/inspection';
import { problem } from '../problem';
import type { EngineCommand, EngineEvent } from '../protocol/messages';
import type { Networks } from '../networks/networks';
import { encodeText } from '../sampling/text-encoding';
import type { RunManager } from '../runs/run-manager';

type Command<Kind extends EngineCommand['kind']> = Extract<EngineCommand, { kind: Kind }>;

/** Where a text lies in a longer one: the run's, or a draft. */
interface Place {
  offset: number;
  textBytes: number;
}

export interface LookInsideParts {
  runs: RunManager;
  drafts: Drafts;
  networks: Networks;
  inspector: Inspector;
  emit(event: EngineEvent): void;
}

/** At most 2,000 bytes of a run's text, from `offset` or as near to it as leaves as many. */
async function readCorpus(opening: Promise<TextFiles>, wanted: number): Promise<{ text: Uint8Array; place: Place }> {
  const files = await opening;
  try {
    const text = new Uint8Array(Math.min(MOST_INSPECTED_BYTES, files.bytes));
    const offset = Math.min(wanted, files.bytes - text.length);
    await files.read(text, offset);
    return { text, place: { offset, textBytes: files.bytes } };
  } finally {
    await files.close();
  }
}

type Written = Exclude<InspectedText, { kind: 'generated' }>;

/** A text that is there already. */
async function findText(
  { runs, drafts }: LookInsideParts,
  run: string,
  { wanted, encoding }: { wanted: Written; encoding: string },
): Promise<{ text: Uint8Array; place: Place | null }> {
  switch (wanted.kind) {
    case 'given':
      return { text: wanted.bytes, place: null };
    case 'typed':
      return { text: encodeText(wanted.text, encoding).slice(0, MOST_INSPECTED_BYTES), place: null };
    case 'corpus':
      return readCorpus(runs.shelf.openText(run), wanted.offset);
    case 'draft':
      return drafts.excerpt({ run, draft: wanted.draft }, wanted.offset, MOST_INSPECTED_BYTES);
  }
}

export async function readInside(parts: LookInsideParts, command: Command<'read-inside'>): Promise<void> {
  const { networks, inspector, emit } = parts;
  const { request, network, text: wanted, flowSteps } = command;
  const { weights, update } = await networks.find(network.run, network.update);
  const encoding = await networks.encodingOf(network.run);
  let work: InspectorWork;
  let place: Place | null = null;
  if (wanted.kind === 'generated') {
    work = { kind: 'write-and-read', seed: wanted.seed, bytes: MOST_INSPECTED_BYTES, flowSteps };
  } else {
    const found = await findText(parts, network.run, { wanted, encoding });
    place = found.place;
    work = { kind: 'read', text: found.text, flowSteps };
  }
  const result = await inspector.inspect(weights, work);
  if (result.kind === 'read') emit({ kind: 'inside', request, update, reading: result.reading, encoding, place });
}

export async function workThrough(
  { networks, inspector, emit }: LookInsideParts,
  command: Command<'work-through'>,
): Promise<void> {
  const { request, network, bytes, position, truncation } = command;
  if (position > bytes.length - 2) {
    throw problem(`Byte ${position + 1} of ${bytes.length} has no next byte to predict. Choose an earlier one.`);
  }
  const { weights, update } = await networks.find(network.run, network.update);
  const result = await inspector.inspect(weights, { kind: 'work-through', text: bytes, position, truncation });
  if (result.kind === 'worked-through') emit({ kind: 'worked-through', request, update, example: result.example });
}

export async function showWeights(
  { networks, emit }: LookInsideParts,
  command: Command<'show-weights'>,
): Promise<void> {
  const { weights, update } = await networks.find(command.network.run, command.network.update);
  emit({ kind: 'weights', request: command.request, update, weights });
}
