// How the next drafts are written: the network, how it chooses bytes, how many drafts and in what they differ.
import type { KeptCheckpoint } from '../../src-engine/protocol/checkpoints';
import type { EngineCommand, EngineEvent } from '../../src-engine/protocol/messages';
import type { NetworkChoice } from '../../src-engine/protocol/network-choice';
import { DEFAULT_SAMPLING, type DraftSummary, type SamplingOptions } from '../../src-engine/protocol/writing';
import { randomSeed } from '../numbers/random-seed';
import { BALANCED_STYLE } from '../../src-engine/protocol/writing-styles';
import { draftVariations, type Variation } from './draft-variations';

export const MOST_NETWORKS = 4;

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
  /** One, or several that write the same prompt side by side; never none. */
  networks = $state.raw<[NetworkChoice, ...NetworkChoice[]]>([{ run: '', update: null }]);
  /** By run, oldest first. */
  checkpoints = $state.raw<Record<string, KeptCheckpoint[]>>({});
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
    this.networks = [{ run, update: null }];
    this.#send = send;
  }

  /** The first of them. */
  get network(): NetworkChoice {
    return this.networks[0];
  }

  chooseNetwork(choice: NetworkChoice, index = 0): void {
    const [first, ...others] = this.networks;
    this.networks =
      index === 0 ? [choice, ...others] : [first, ...others.map((other, at) => (at === index - 1 ? choice : other))];
  }

  /** The same as the last one, to be chosen otherwise. */
  addNetwork(): void {
    const last = this.networks.at(-1) ?? this.network;
    if (this.networks.length < MOST_NETWORKS) this.networks = [...this.networks, { ...last }];
  }

  /** The first one stays. */
  removeNetwork(index: number): void {
    const [first, ...others] = this.networks;
    this.networks = [first, ...others.filter((_, at) => at !== index - 1)];
  }

  /** A training run adds new ones and deletes old ones. */
  listCheckpoints(run: string): void {
    this.#send({ kind: 'list-checkpoints', run });
  }

  checkpointsTold({ run, checkpoints }: Extract<EngineEvent, { kind: 'checkpoints' }>): void {
    if (this.networks.some((network) => network.run === run))
      this.checkpoints = { ...this.checkpoints, [run]: checkpoints };
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

  /** What is to be written now, a draft each: by several networks with one seed, or by one with what varies. */
  begin(): { network: NetworkChoice; options: SamplingOptions }[] {
    if (this.#hasWritten && !this.keepSeed) this.rollSeed();
    this.#hasWritten = true;
    const options = this.optionsNow();
    const { network, networks } = this;
    if (networks.length > 1) return networks.map((each) => ({ network: each, options }));
    return draftVariations(options, this.count, this.variation).map((each) => ({ network, options: each }));
  }

  optionsNow(): SamplingOptions {
    return $state.snapshot(this.options);
  }
}
