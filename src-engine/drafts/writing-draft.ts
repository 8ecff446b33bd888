// One draft while it is written: every piece goes to the window first and then to the disk.
import { setImmediate } from 'node:timers/promises';
import { sentenceOf } from '../problem';
import type { EngineEvent } from '../protocol/messages';
import type { Opening } from '../sampling/opening';
import type { Sampler } from '../sampling/sampler';
import type { Network } from '../sampling/sampler-messages';
import type { DraftPart, DraftSummary } from '../protocol/writing';
import { keepNetwork, networkName } from './draft-networks';
import { draftFiles, writeDraftRecord, type DraftRecord, type RecordedPart } from './draft-record';
import type { Stretch } from './draft-text';
import { openDraftWriter } from './draft-writer';
import type { MemoryAt } from './memory-log';
import { BEGINNING_BYTES } from './stored-draft';
import type { BlockCutter } from '../protocol/text-blocks';

export interface DraftName {
  run: string;
  draft: string;
}

export interface WritingDraftParts {
  name: DraftName;
  /** The run's folder of drafts. */
  folder: string;
  record: DraftRecord;
  /** The last of the record's: what is written now. */
  part: RecordedPart;
  /** What is in the files already: how much, how it begins, and a cutter that has seen it. */
  bytes: number;
  beginning: Uint8Array;
  cutter: BlockCutter;
  /** Where it has cut. */
  blocks: number[];
  /** What stands next and was not drawn: the prompt, or what was chosen in another's place. */
  given: Uint8Array;
  network: Network;
  opening: Opening;
  /** The sampler's request that has read the opening ahead. */
  prepared?: string | undefined;
  sampler: Sampler;
  emit(event: EngineEvent): void;
}

export interface WritingDraft {
  summary(): DraftSummary;
  /** Reports where its blocks begin, in step with how it grows. */
  tellBlocks(): void;
  record: DraftRecord;
  /** Ends it after the character it is at. */
  stop(): void;
  /** Resolves when all that was written so far can be read from the files. */
  flush(): Promise<void>;
  /** Resolves when it has ended and is on the disk. */
  ended: Promise<void>;
}

/** The parts without what only the engine needs. */
export const summaryParts = ({ parts }: DraftRecord): DraftPart[] =>
  parts.map(({ from, runName, update, options }) => ({ from, runName, update, options }));

export function summaryOf(
  id: string,
  record: DraftRecord,
  state: Pick<DraftSummary, 'beginning' | 'bytes' | 'isWriting'>,
): DraftSummary {
  const { createdMs, promptBytes, encoding, parent, favourite, sentence } = record;
  return { id, createdMs, promptBytes, encoding, parent, favourite, sentence, parts: summaryParts(record), ...state };
}

/** Begins at once: the first piece does not wait for the disk. */
export function writeDraft(parts: WritingDraftParts): WritingDraft {
  const { name, folder, record, part, cutter, blocks, network, sampler, emit } = parts;
  const request = `${name.run}/${name.draft}`;
  let { bytes, beginning } = parts;
  let isWriting = true;

  const save = () => writeDraftRecord(folder, name.draft, record);
  const summary = () => summaryOf(name.draft, record, { beginning, bytes, isWriting });
  const tell = () => emit({ kind: 'draft-changed', run: name.run, draft: summary() });
  const prepare = async () => {
    // After the order is given: the first piece comes sooner than this is done.
    await setImmediate();
    part.network ||= networkName(part.update, network.weights);
    await keepNetwork(folder, part.network, network.weights);
    await save();
  };
  const writer = openDraftWriter(draftFiles(folder, name.draft), prepare, (error) => {
    record.sentence = sentenceOf(error);
    sampler.stop(request);
  });
  const grow = (stretch: Omit<Stretch, 'from'>, memories: MemoryAt[]) => {
    const more = cutter.push(stretch.bytes);
    blocks.push(...more);
    emit({ kind: 'draft-grew', ...name, from: bytes, ...stretch, blocks: more });
    writer.append(stretch, memories);
    bytes += stretch.bytes.length;
    if (beginning.length < BEGINNING_BYTES)
      beginning = Uint8Array.of(...beginning, ...stretch.bytes.subarray(0, BEGINNING_BYTES - beginning.length));
  };
  const end = async (sentence: string | null) => {
    record.sentence ??= sentence;
    try {
      await writer.close();
    } catch (error) {
      record.sentence ??= sentenceOf(error);
    }
    isWriting = false;
    await save().catch(() => undefined);
    tell();
  };
  const write = () =>
    new Promise<void>((resolve) => {
      const first = bytes;
      const { opening, prepared } = parts;
      const order = { network, options: part.options, encoding: record.encoding, opening, prepared };
      sampler.write(request, order, {
        onPiece: ({ bytes: made, probabilities, memories }) =>
          grow(
            { bytes: made, probabilities },
            memories.map(({ at, memory }) => ({ at: first + at, memory })),
          ),
        onEnd: (sentence, note = null) => void end(sentence ?? note).then(resolve),
      });
    });

  const tellBlocks = () => emit({ kind: 'draft-opened', ...name, bytes, blocks });

  tell();
  tellBlocks();
  if (parts.given.length > 0) {
    grow({ bytes: parts.given, probabilities: new Float32Array(parts.given.length).fill(NaN) }, []);
  }
  const ended = write();
  return { summary, tellBlocks, record, stop: () => sampler.stop(request), flush: () => writer.flush(), ended };
}
