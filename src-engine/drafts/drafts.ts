// Keeps the drafts of the runs: writes them with the sampler, remembers them on disk, continues with them, and answers about them.
import { problem } from '../problem';
import type { EngineEvent } from '../protocol/messages';
import { openingAtPrompt } from '../sampling/opening';
import type { Sampler } from '../sampling/sampler';
import { encodeText } from '../sampling/text-encoding';
import { writeWholeFile } from '../model/write-whole-file';
import type { ExportFormat } from '../protocol/draft-formats';
import type { DraftSummary, SamplingOptions } from '../protocol/writing';
import type { NetworkChoice } from '../protocol/network-choice';
import { networkName, readNetwork } from './draft-networks';
import {
  draftFiles,
  listDraftIds,
  readDraftRecord,
  writeDraftRecord,
  type DraftRecord,
  type RecordedPart,
} from './draft-record';
import { draftBytes, readPieces, readStretch } from './draft-text';
import { exportText } from './export-text';
import { keepWriting, readKeptWriting } from './kept-writing';
import { findInDraft } from './find-in-draft';
import { deleteAside, putBack, setAside } from './removed-drafts';
import { BEGINNING_BYTES, copyDraft, cutterAt, openingAt, partAt, rereading, type StoredDraft } from './stored-draft';
import { createPreparation, type ChosenNetwork } from './preparation';
import { createBlockCutter } from '../protocol/text-blocks';
import {
  summaryOf,
  summaryParts,
  writeDraft,
  type DraftName,
  type WritingDraft,
  type WritingDraftParts,
} from './writing-draft';
import { makeFolders } from '../files/make-folders';

const ALTERNATIVES = 10;
/** A draft that goes another way near its parent's end is given at least so much to say. */
const LEAST_BRANCH_BYTES = 500;

export interface DraftsParts {
  /** Where a run keeps its drafts. */
  folderOf(run: string): string;
  network(choice: NetworkChoice): Promise<ChosenNetwork>;
  /** What the bytes of a run's text mean. */
  encodingOf(run: string): Promise<string>;
  sampler: Sampler;
  emit(event: EngineEvent): void;
}

export class Drafts {
  private readonly writing = new Map<string, WritingDraft>();
  /** The runs whose removed drafts of earlier are deleted. */
  private readonly tidied = new Set<string>();

  private readonly preparation;

  constructor(private readonly parts: DraftsParts) {
    this.preparation = createPreparation(parts.sampler);
  }

  /** Keeps how a run is written with. */
  keep(run: string, options: SamplingOptions): Promise<void> {
    return keepWriting(this.parts.folderOf(run), options);
  }

  async list(run: string): Promise<void> {
    const folder = this.parts.folderOf(run);
    // What was removed before this start can no longer be asked for.
    if (!this.tidied.has(run)) await deleteAside(folder);
    this.tidied.add(run);
    this.parts.emit({ kind: 'writing-kept', run, options: await readKeptWriting(folder) });
    const ids = await listDraftIds(folder);
    const found = await Promise.allSettled(ids.map((draft) => this.summary({ run, draft })));
    const drafts = found.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    this.parts.emit({ kind: 'drafts', run, drafts: drafts.sort((a, b) => b.createdMs - a.createdMs) });
  }

  /** For a draft that is likely to be asked for. */
  async prepare(run: string, choice: NetworkChoice, prompt: string): Promise<void> {
    const encoding = await this.parts.encodingOf(run);
    this.preparation.prepare({ run, choice, prompt, encoding }, await this.parts.network(choice));
  }

  /** Begins a draft. */
  async write(name: DraftName, choice: NetworkChoice, options: SamplingOptions): Promise<void> {
    const folder = await this.newDraftFolder(name);
    const encoding = await this.parts.encodingOf(name.run);
    const ready = this.preparation.take({ run: name.run, choice, prompt: options.prompt, encoding });
    const { part, network } = partOf(ready?.network ?? (await this.parts.network(choice)), options, 0);
    const prompt = encodeText(options.prompt, encoding);
    const record: DraftRecord = {
      format: 'unroll-draft',
      version: 1,
      createdMs: Date.now(),
      encoding,
      promptBytes: prompt.length,
      parts: [part],
      parent: null,
      favourite: false,
      sentence: null,
    };
    const opening = openingAtPrompt(prompt);
    const nothing = { bytes: 0, beginning: new Uint8Array(), cutter: createBlockCutter(encoding), blocks: [0] };
    this.begin({ ...nothing, name, folder, record, part, given: prompt, network, opening, prepared: ready?.request });
  }

  /** Goes on from a draft's end: exactly as it would have, where network and options are the same. */
  async goOn(name: DraftName, choice: NetworkChoice, options: SamplingOptions): Promise<void> {
    const stored = await this.stored(name);
    const { record, bytes } = stored;
    const [first] = record.parts;
    if (this.writing.has(keyOf(name)) || !first) return;
    const folder = this.parts.folderOf(name.run);
    const { prompt, seed } = first.options;
    const { part, network } = partOf(await this.parts.network(choice), { ...options, prompt, seed }, bytes);
    const last = record.parts.at(-1);
    const isSame = last?.update === part.update && last.network === networkName(part.update, network.weights);
    const opening = isSame ? await openingAt(stored, bytes) : await rereading(stored);
    const before = await cutterAt(stored, bytes);
    record.parts.push(part);
    record.sentence = null;
    const given = new Uint8Array();
    this.begin({ ...before, name, folder, record, part, bytes, given, network, opening });
  }

  /** Begins a draft as another one up to a place, continues with other bytes there and then by itself. */
  async branch(name: DraftName, { parent, at, bytes: chosen }: { parent: string; at: number; bytes: number[] }) {
    const folder = await this.newDraftFolder(name);
    const source = await this.stored({ run: name.run, draft: parent });
    if (at > source.bytes) throw problem(`The draft has ${source.bytes} bytes; choose a place before byte ${at}.`);
    const made = partAt(source.record, at);
    const network = { kernels: made.kernels, weights: await readNetwork(folder, made.network) };
    const given = Uint8Array.from(chosen);
    const bytes = Math.max(LEAST_BRANCH_BYTES, source.bytes - at - given.length);
    const part = { ...made, from: at, options: { ...made.options, bytes } };
    const promptBytes = at < source.record.promptBytes ? at + given.length : source.record.promptBytes;
    const earlier = source.record.parts.filter(({ from }) => from < at);
    const record: DraftRecord = {
      ...source.record,
      createdMs: Date.now(),
      promptBytes,
      parts: [...earlier, part],
      parent: { draft: parent, at },
      favourite: false,
      sentence: null,
    };
    const opening = await openingAt(source, at, given, promptBytes);
    const before = await cutterAt(source, at);
    await copyDraft(source.files, draftFiles(folder, name.draft), at);
    this.begin({ ...before, name, folder, record, part, bytes: at, given, network, opening });
  }

  stop(name: DraftName): Promise<void> {
    this.writing.get(keyOf(name))?.stop();
    return Promise.resolve();
  }

  /** Reports where a draft's blocks begin. */
  async open(name: DraftName): Promise<void> {
    const writing = this.writing.get(keyOf(name));
    if (writing) {
      writing.tellBlocks();
      return;
    }
    const stored = await this.stored(name);
    const { blocks } = await cutterAt(stored, stored.bytes);
    this.parts.emit({ kind: 'draft-opened', ...name, bytes: stored.bytes, blocks });
  }

  async read(
    name: DraftName,
    { from, bytes, request }: { from: number; bytes: number; request: number },
  ): Promise<void> {
    const { files } = await this.stored(name);
    this.parts.emit({ kind: 'draft-read', ...name, request, ...(await readStretch(files, from, bytes)) });
  }

  /** At most `most` bytes of a draft, from `wanted` or as near to it as leaves as many. */
  async excerpt(name: DraftName, wanted: number, most: number) {
    const { files, bytes: textBytes } = await this.stored(name);
    const offset = Math.max(0, Math.min(wanted, textBytes - most));
    const { bytes: text } = await readStretch(files, offset, Math.min(most, textBytes));
    return { text, place: { offset, textBytes } };
  }

  /** What a draft begins with, at most `most` bytes, and how many of them were given. */
  async beginning(name: DraftName, most: number): Promise<{ bytes: Uint8Array; promptBytes: number }> {
    const { files, bytes, record } = await this.stored(name);
    const read = await readStretch(files, 0, Math.min(most, bytes));
    return { bytes: read.bytes, promptBytes: record.promptBytes };
  }

  /** The most likely characters at a place, as the network that wrote there sees them. */
  async alternatives(name: DraftName, at: number): Promise<void> {
    const stored = await this.stored(name);
    const part = partAt(stored.record, at);
    const weights = await readNetwork(this.parts.folderOf(name.run), part.network);
    const order = {
      network: { weights, kernels: part.kernels },
      opening: await openingAt(stored, at),
      encoding: stored.record.encoding,
      count: ALTERNATIVES,
    };
    const alternatives = await this.parts.sampler.alternatives(`alternatives-${keyOf(name)}-${at}`, order);
    this.parts.emit({ kind: 'alternatives', ...name, at, alternatives });
  }

  /** A text, or a pattern. */
  async find(name: DraftName, text: string, isPattern: boolean): Promise<void> {
    const { files, record } = await this.stored(name);
    const found = await findInDraft(files, { text, isPattern, encoding: record.encoding });
    this.parts.emit({ kind: 'found-text', ...name, text, ...found });
  }

  /** Writes a draft as a file of the user's, whole. */
  async export(name: DraftName, format: ExportFormat, path: string): Promise<void> {
    const { files, record } = await this.stored(name);
    const { createdMs, encoding, promptBytes } = record;
    const parts = summaryParts(record);
    await writeWholeFile(path, exportText(format, { createdMs, encoding, promptBytes, parts }, readPieces(files)));
  }

  /** The network that began it, as it is still kept, and what that was asked for; as long as the draft is now. */
  async begunWith(name: DraftName) {
    const { record, bytes } = await this.stored(name);
    const part = partAt(record, 0);
    const weights = await readNetwork(this.parts.folderOf(name.run), part.network);
    const options = { ...part.options, bytes: Math.max(1, bytes - record.promptBytes) };
    const { encoding } = record;
    return { name: part.runName, weights, kernels: part.kernels, encoding, options, update: part.update };
  }

  async mark(name: DraftName, favourite: boolean): Promise<void> {
    const record = this.writing.get(keyOf(name))?.record ?? (await this.stored(name)).record;
    record.favourite = favourite;
    await writeDraftRecord(this.parts.folderOf(name.run), name.draft, record);
    this.parts.emit({ kind: 'draft-changed', run: name.run, draft: await this.summary(name) });
  }

  /** Sets a draft aside, to be restored or, at the next start, deleted. */
  async remove(name: DraftName): Promise<void> {
    const writing = this.writing.get(keyOf(name));
    writing?.stop();
    await writing?.ended;
    await setAside(this.parts.folderOf(name.run), name.draft);
    this.parts.emit({ kind: 'draft-removed', ...name });
  }

  async restore(name: DraftName): Promise<void> {
    await putBack(this.parts.folderOf(name.run), name.draft);
    this.parts.emit({ kind: 'draft-changed', run: name.run, draft: await this.summary(name) });
  }

  /** Closes what is being written, once all of it is on disk. */
  async shutDown(): Promise<void> {
    const all = [...this.writing.values()];
    for (const draft of all) draft.stop();
    await Promise.all(all.map(({ ended }) => ended));
  }

  private begin(parts: Omit<WritingDraftParts, 'sampler' | 'emit'>): void {
    const { sampler, emit } = this.parts;
    const key = keyOf(parts.name);
    const draft = writeDraft({ ...parts, sampler, emit });
    this.writing.set(key, draft);
    void draft.ended.then(() => this.writing.delete(key));
  }

  /** The folder, made; refuses a name that is taken. */
  private async newDraftFolder({ run, draft }: DraftName): Promise<string> {
    const folder = this.parts.folderOf(run);
    await makeFolders(folder);
    if (this.writing.has(`${run}/${draft}`))
      throw problem('A draft with that name is already being generated. Try again.');
    return folder;
  }

  private async stored(name: DraftName): Promise<StoredDraft> {
    const folder = this.parts.folderOf(name.run);
    const writing = this.writing.get(keyOf(name));
    await writing?.flush();
    const files = draftFiles(folder, name.draft);
    const record = writing?.record ?? (await readDraftRecord(folder, name.draft));
    return { files, record, bytes: await draftBytes(files) };
  }

  private async summary(name: DraftName): Promise<DraftSummary> {
    const writing = this.writing.get(keyOf(name));
    if (writing) return writing.summary();
    const { record, files, bytes } = await this.stored(name);
    const { bytes: beginning } = await readStretch(files, 0, BEGINNING_BYTES);
    return summaryOf(name.draft, record, { beginning, bytes, isWriting: false });
  }
}

const keyOf = ({ run, draft }: DraftName) => `${run}/${draft}`;

/** The part that a network begins to write, and the network as the sampler takes it. */
function partOf({ name, kernels, weights, update }: ChosenNetwork, options: SamplingOptions, from: number) {
  const part: RecordedPart = { from, runName: name, update, options, network: '', kernels };
  return { part, network: { weights, kernels } };
}
