// Texts that are scored side by side by one network or several: how well each predicts each, and at which bytes it was surprised.
import type { EngineCommand, EngineEvent } from '../../src-engine/protocol/messages';
import type { NetworkChoice } from '../../src-engine/protocol/network-choice';
import type { ScoredText } from '../../src-engine/protocol/scoring';
import { scoreOf, type Score } from './score-figures';

export type ScoringEvent = Extract<EngineEvent, { kind: 'scoring' | 'scored' | 'scoring-ended' }>;
const SCORING_EVENTS: readonly EngineEvent['kind'][] = ['scoring', 'scored', 'scoring-ended'];
export const isScoringEvent = (event: EngineEvent): event is ScoringEvent => SCORING_EVENTS.includes(event.kind);

export interface TextToScore {
  id: string;
  name: string;
  text: ScoredText;
}

export interface ScoringNetwork {
  id: string;
  name: string;
  choice: NetworkChoice;
}

/** One text by one network. */
export interface Cell {
  request: string;
  /** How much of it has been read; null when that is over. */
  share: number | null;
  score: Score | null;
  sentence: string | null;
}

export const MOST_NETWORKS = 4;
export const MOST_TEXTS = 20;
const NAME_CHARACTERS = 40;

const keyOf = (text: string, network: string): string => `${text} ${network}`;

export class Scoring {
  texts = $state.raw<TextToScore[]>([]);
  networks = $state.raw<ScoringNetwork[]>([]);
  /** The text and the network that are shown below the table. */
  shown = $state.raw<{ text: string; network: string } | null>(null);
  #cells = $state.raw<Record<string, Cell>>({});
  #added = 0;
  readonly #send: (command: EngineCommand) => boolean;

  constructor(send: (command: EngineCommand) => boolean, run: string) {
    this.#send = send;
    this.networks = [{ id: 'network-0', name: '', choice: { run, update: null } }];
  }

  cell(text: string, network: string): Cell | null {
    return this.#cells[keyOf(text, network)] ?? null;
  }

  /** Best predicted first, by the first network; those without a score last. */
  readonly ranked = $derived.by(() => {
    const [first] = this.networks;
    const bits = ({ id }: TextToScore): number =>
      first ? (this.cell(id, first.id)?.score?.bitsPerByte ?? Infinity) : Infinity;
    return this.texts.toSorted((a, b) => bits(a) - bits(b) || 0);
  });

  readonly shownScore = $derived.by(() => {
    const { shown } = this;
    return shown ? (this.cell(shown.text, shown.network)?.score ?? null) : null;
  });

  addText(name: string, text: ScoredText): void {
    if (this.texts.length >= MOST_TEXTS) return;
    this.#added += 1;
    const shortened = name.length > NAME_CHARACTERS ? `${name.slice(0, NAME_CHARACTERS)}…` : name;
    const added = { id: `text-${this.#added}`, name: shortened, text };
    this.texts = [...this.texts, added];
    const [first] = this.networks;
    this.shown ??= first ? { text: added.id, network: first.id } : null;
    for (const network of this.networks) this.#ask(added, network);
  }

  addNetwork(name: string, choice: NetworkChoice): void {
    if (this.networks.length >= MOST_NETWORKS) return;
    this.#added += 1;
    const network = { id: `network-${this.#added}`, name, choice };
    this.networks = [...this.networks, network];
    for (const text of this.texts) this.#ask(text, network);
  }

  removeText(id: string): void {
    for (const network of this.networks) this.#forget(id, network.id);
    this.texts = this.texts.filter((text) => text.id !== id);
    const [text] = this.texts;
    if (this.shown?.text === id) this.shown = text ? { ...this.shown, text: text.id } : null;
  }

  removeNetwork(id: string): void {
    for (const text of this.texts) this.#forget(text.id, id);
    this.networks = this.networks.filter((network) => network.id !== id);
    const [network] = this.networks;
    if (this.shown?.network === id && network) this.shown = { ...this.shown, network: network.id };
  }

  /** Everything once more: the networks may have learned since. */
  scoreAgain(): void {
    for (const text of this.texts) for (const network of this.networks) this.#ask(text, network);
  }

  stop(): void {
    for (const { request, share } of Object.values(this.#cells))
      if (share !== null) this.#send({ kind: 'stop-scoring', request });
  }

  get isScoring(): boolean {
    return Object.values(this.#cells).some(({ share }) => share !== null);
  }

  received(event: ScoringEvent): void {
    const found = Object.entries(this.#cells).find(([, { request }]) => request === event.request);
    if (!found) return;
    const [key, cell] = found;
    if (event.kind === 'scoring') this.#put(key, { ...cell, share: event.share });
    else if (event.kind === 'scored') this.#put(key, { ...cell, share: null, score: scoreOf(event), sentence: null });
    else this.#put(key, { ...cell, share: null, sentence: event.sentence ?? 'Stopped.' });
  }

  engineLost(): void {
    for (const [key, cell] of Object.entries(this.#cells)) {
      if (cell.share !== null)
        this.#put(key, { ...cell, share: null, sentence: 'The engine stopped. Score it again.' });
    }
  }

  #ask(text: TextToScore, network: ScoringNetwork): void {
    const request = crypto.randomUUID();
    const sent = this.#send({ kind: 'score-text', request, network: network.choice, text: text.text });
    const sentence = sent ? null : 'The engine is still starting. Score it again.';
    this.#put(keyOf(text.id, network.id), { request, share: sent ? 0 : null, score: null, sentence });
  }

  #forget(text: string, network: string): void {
    const cell = this.cell(text, network);
    if (cell && cell.share !== null) this.#send({ kind: 'stop-scoring', request: cell.request });
    const { [keyOf(text, network)]: _gone, ...others } = this.#cells;
    this.#cells = others;
  }

  #put(key: string, cell: Cell): void {
    this.#cells = { ...this.#cells, [key]: cell };
  }
}
