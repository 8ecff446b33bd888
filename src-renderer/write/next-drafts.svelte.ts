// How the next drafts are written: the network, how it chooses bytes, how many drafts and in what they differ.
import type { KeptCheckpoint } from '../../src-engine/protocol/checkpoints';
import type { EngineCommand, EngineEvent } from '../../src-engine/protocol/messages';
import type { NetworkChoice } from '../../src-engine/protocol/network-choice';
import { DEFAULT_SAMPLING, type DraftSummary, type SamplingOptions } from '../../src-engine/protocol/writing';
import { randomSeed } from '../numbers/random-seed';
import { draftVariations, type Variation } from './draft-variations';

export class NextDrafts {
  options = $state<SamplingOptions>({ ...DEFAULT_SAMPLING, validUtf8: true, seed: randomSeed() });
  /** Otherwise every text is made with a new one. */
  keepSeed = $state(false);
  /** How many drafts are written side by side, and in what they differ. */
  count = $state(1);
  variation = $state<Variation>('seed');
  network = $state.raw<NetworkChoice>({ run: '', update: null });
  checkpoints = $state.raw<{ run: string; choices: KeptCheckpoint[] }>({ run: '', choices: [] });
  /** What is wrong with a field, by its label. */
  #problems = $state.raw<Record<string, string>>({});
  #hasWritten = false;
  readonly #send: (command: EngineCommand) => boolean;

  constructor(run: string, send: (command: EngineCommand) => boolean) {
    this.network = { run, update: null };
    this.#send = send;
  }

  chooseNetwork(choice: NetworkChoice): void {
    const isOther = choice.run !== this.network.run;
    this.network = choice;
    if (isOther) this.listCheckpoints();
  }

  /** A training run adds new ones and deletes old ones. */
  listCheckpoints(): void {
    this.#send({ kind: 'list-checkpoints', run: this.network.run });
  }

  checkpointsTold({ run, checkpoints }: Extract<EngineEvent, { kind: 'checkpoints' }>): void {
    if (run === this.network.run) this.checkpoints = { run, choices: checkpoints };
  }

  /** What keeps it from writing; null where nothing does. */
  get problem(): string | null {
    return Object.values(this.#problems)[0] ?? null;
  }

  noteProblem(label: string, problem: string | null): void {
    if ((this.#problems[label] ?? null) === problem) return;
    const { [label]: _previous, ...others } = this.#problems;
    this.#problems = problem === null ? others : { ...others, [label]: problem };
  }

  rollSeed(): void {
    this.options.seed = randomSeed();
  }

  /** Takes over how a draft was made. */
  useOptions(draft: DraftSummary): void {
    const part = draft.parts.at(-1);
    if (part) this.options = { ...part.options, prompt: draft.parts[0]?.options.prompt ?? '' };
    this.keepSeed = true;
  }

  /** Takes over how a draft was begun, but not its seed. */
  beginLike(draft: DraftSummary): void {
    const [first] = draft.parts;
    if (first) this.options = { ...first.options, seed: this.options.seed };
  }

  /** The options of each draft to be written now. */
  begin(): SamplingOptions[] {
    if (this.#hasWritten && !this.keepSeed) this.rollSeed();
    this.#hasWritten = true;
    return draftVariations(this.optionsNow(), this.count, this.variation);
  }

  optionsNow(): SamplingOptions {
    return $state.snapshot(this.options);
  }
}
