// How the next drafts are written: the network, how it chooses bytes, how many drafts and in what they differ.
import type { KeptCheckpoint } from '../../src-engine/protocol/checkpoints';
import type { EngineCommand, EngineEvent } from '../../src-engine/protocol/messages';
import type { NetworkChoice } from '../../src-engine/protocol/network-choice';
import { DEFAULT_SAMPLING, type DraftSummary, type SamplingOptions } from '../../src-engine/protocol/writing';
import { randomSeed } from '../numbers/random-seed';
import { BALANCED_STYLE } from '../../src-engine/protocol/writing-styles';
import { draftVariations, type Variation } from './draft-variations';

export class NextDrafts {
  options = $state<SamplingOptions>({
    ...DEFAULT_SAMPLING,
    ...BALANCED_STYLE.style,
    validUtf8: true,
    seed: randomSeed(),
  });
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
  /** What the engine has kept, but for the seed. */
  #kept: string | null = null;
  /** What was kept before is known: only then may it be replaced. */
  isToldOf = $state(false);
  readonly run: string;
  readonly #send: (command: EngineCommand) => boolean;

  constructor(run: string, send: (command: EngineCommand) => boolean) {
    this.run = run;
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

  /** How this run was written with last; null where nothing was kept. */
  keptTold(options: SamplingOptions | null): void {
    if (this.#kept !== null || options === null) return;
    this.options = { ...options, seed: this.options.seed };
    this.#kept = this.#withoutSeed();
  }

  /** What was kept before is known; what differs from now on is the person's choice. */
  told(): void {
    this.#kept ??= this.#withoutSeed();
    this.isToldOf = true;
  }

  /** Has the engine keep the options for this run, once they are otherwise than it has them. */
  keep(): void {
    const now = this.#withoutSeed();
    if (this.problem !== null || now === this.#kept || !this.isToldOf) return;
    if (this.#send({ kind: 'keep-writing', run: this.run, options: this.optionsNow() })) this.#kept = now;
  }

  #withoutSeed(): string {
    return JSON.stringify({ ...this.optionsNow(), seed: 0 });
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
