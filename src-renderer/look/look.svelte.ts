// Holds what Look inside shows of one network: the text it reads, what was found, which unit and which byte are looked at.
import {
  MOST_INSPECTED_BYTES,
  type InspectedText,
  type Reading,
  type ShownWeights,
  type TextFeature,
  type WorkedExample,
} from '../../src-engine/protocol/inspection';
import type { KeptCheckpoint } from '../../src-engine/protocol/checkpoints';
import type { EngineCommand, EngineEvent } from '../../src-engine/protocol/messages';
import { randomSeed } from '../numbers/random-seed';
import { Scoring } from '../score/scoring.svelte';
import { bestUnit } from './unit-ranking';

export type LookView = 'score' | 'text' | 'units' | 'weights' | 'flow' | 'book';
export type TextSource = 'corpus' | 'generated' | 'typed';

type LookEvent = Extract<EngineEvent, { kind: 'inside' | 'weights' | 'worked-through' | 'inspection-failed' }>;
const LOOK_EVENTS: readonly EngineEvent['kind'][] = ['inside', 'weights', 'worked-through', 'inspection-failed'];
export const isLookEvent = (event: EngineEvent): event is LookEvent => LOOK_EVENTS.includes(event.kind);
const QUESTIONS = ['read-inside', 'show-weights', 'work-through'] as const;
type Question = (typeof QUESTIONS)[number];

const TYPED_AT_FIRST =
  'She said: "It is 12 o\'clock (or so), John," and went on.\nThe rest of the way they walked in silence.\n';
/** Far enough from the beginning that there is something behind it. */
const FIRST_SELECTED = 40;
/** By the book, where no run says otherwise. */
const USUAL_TRUNCATION = 25;

export interface LookSubject {
  /** A run's, or a model's. */
  id: string;
  /** A model has no text of its own. */
  hasText: boolean;
  /** The run's; null where there is none. */
  truncation: () => number | null;
}

export class Look {
  readonly subject: LookSubject;
  readonly scoring: Scoring;
  view = $state<LookView>('text');
  source = $state<TextSource>('corpus');
  typed = $state(TYPED_AT_FIRST);
  offset = $state(0);
  /** What Write has written, to be read as it stands; null: the network writes a text for this. */
  draft = $state<string | null>(null);
  /** Null: the current weights. */
  update = $state<number | null>(null);
  /** Looks again and again while the run trains. */
  follows = $state(true);

  /** The run's, oldest first. */
  checkpoints = $state.raw<KeptCheckpoint[]>([]);
  reading = $state.raw<Reading | null>(null);
  /** What the weights had learned that gave the reading. */
  readUpdate = $state.raw<number | null>(null);
  /** Of the text or the draft that is read; null for one that is read whole. */
  textBytes = $state.raw<number | null>(null);
  /** What the bytes mean. */
  encoding = $state('utf-8');
  weights = $state.raw<ShownWeights | null>(null);
  example = $state.raw<WorkedExample | null>(null);
  problem = $state<string | null>(null);
  isReading = $state(false);

  unit = $state(0);
  feature = $state<TextFeature>('spaces');
  selected = $state(FIRST_SELECTED);
  /** Rises with each reading. */
  version = $state(0);
  #generated: Uint8Array | null = null;
  #hasChosenUnit = false;
  #truncation = $state<number | null>(null);
  /** The newest request of each question; an older one's answer is passed over. */
  readonly #asked: Partial<Record<Question, string | null>> = {};
  readonly #send: (command: EngineCommand) => boolean;

  constructor(send: (command: EngineCommand) => boolean, subject: LookSubject) {
    this.#send = send;
    this.subject = subject;
    this.scoring = new Scoring(send, subject.id);
    if (!subject.hasText) this.source = 'generated';
  }

  /** How far back an error is followed by the book: the run's own k until another is chosen. */
  get truncation(): number {
    return this.#truncation ?? this.subject.truncation() ?? USUAL_TRUNCATION;
  }

  set truncation(steps: number) {
    this.#truncation = steps;
  }

  chooseUnit(unit: number): void {
    this.unit = unit;
    this.#hasChosenUnit = true;
  }

  /** The feature, and the unit that follows it best. */
  chooseFeature(feature: TextFeature): void {
    this.feature = feature;
    const best = bestUnit(this.reading?.scores[feature] ?? null);
    if (best !== null) this.chooseUnit(best);
  }

  select(at: number): void {
    this.selected = Math.min(Math.max(0, at), Math.max(0, (this.reading?.bytes.length ?? 1) - 1));
  }

  /** The current weights, or those after this many updates. */
  chooseUpdate(update: number | null): void {
    this.update = update;
    this.read();
  }

  chooseSource(source: TextSource): void {
    this.source = source;
    this.read();
  }

  /** One of the drafts, or null for a text by the network itself. */
  chooseDraft(draft: string | null): void {
    this.draft = draft;
    this.moveTo(0);
  }

  /** To a byte of the text or the draft. */
  moveTo(offset: number): void {
    this.offset = Math.round(offset);
    this.read();
  }

  /** A new text by the network itself. */
  generateAnother(): void {
    this.#generated = null;
    this.read();
  }

  read(): void {
    const flowSteps = Math.min(256, Math.max(64, 2 * this.truncation));
    this.isReading = this.#ask('read-inside', (request) => ({
      kind: 'read-inside',
      request,
      network: this.#network(),
      text: this.#text(),
      flowSteps,
    }));
  }

  showWeights(): void {
    this.#ask('show-weights', (request) => ({ kind: 'show-weights', request, network: this.#network() }));
  }

  workThrough(): void {
    const bytes = this.reading?.bytes;
    if (!bytes || bytes.length < 2) return;
    const position = Math.min(this.selected, bytes.length - 2);
    const { truncation } = this;
    this.#ask('work-through', (request) => ({
      kind: 'work-through',
      request,
      network: this.#network(),
      bytes,
      position,
      truncation: Math.min(truncation, MOST_INSPECTED_BYTES),
    }));
  }

  askForCheckpoints(): void {
    this.#send({ kind: 'list-checkpoints', run: this.subject.id });
  }

  checkpointsTold(event: Extract<EngineEvent, { kind: 'checkpoints' }>): void {
    if (event.run === this.subject.id) this.checkpoints = event.checkpoints;
  }

  received(event: LookEvent): void {
    const question = QUESTIONS.find((asked) => this.#asked[asked] === event.request);
    if (!question) return;
    this.#asked[question] = null;
    if (question === 'read-inside') this.isReading = false;
    this.problem = null;
    switch (event.kind) {
      case 'inside':
        this.#found(event);
        return;
      case 'weights':
        this.weights = event.weights;
        return;
      case 'worked-through':
        this.example = event.example;
        return;
      case 'inspection-failed':
        this.problem = event.sentence;
    }
  }

  /** The engine is gone, and what was asked with it. */
  engineLost(): void {
    for (const question of QUESTIONS) this.#asked[question] = null;
    this.scoring.engineLost();
    this.isReading = false;
  }

  #found({ reading, update, encoding, place }: Extract<LookEvent, { kind: 'inside' }>): void {
    this.reading = reading;
    this.readUpdate = update;
    this.encoding = encoding;
    if (place) this.offset = place.offset;
    this.textBytes = place?.textBytes ?? null;
    if (this.source === 'generated' && !place) this.#generated = reading.bytes;
    this.select(this.selected);
    if (!this.#hasChosenUnit) this.unit = bestUnit(reading.scores[this.feature]) ?? 0;
    if (this.unit >= reading.hiddenSize) this.unit = 0;
    this.version += 1;
  }

  #network() {
    return { run: this.subject.id, update: this.update };
  }

  /** A text that the network wrote stays as it is while the weights change. */
  #text(): InspectedText {
    const { source, offset, draft } = this;
    if (source === 'typed') return { kind: 'typed', text: this.typed.slice(0, MOST_INSPECTED_BYTES) };
    if (source === 'corpus') return { kind: 'corpus', offset };
    if (draft !== null) return { kind: 'draft', draft, offset };
    if (this.#generated) return { kind: 'given', bytes: this.#generated };
    return { kind: 'generated', seed: randomSeed() };
  }

  #ask(question: Question, command: (request: string) => EngineCommand): boolean {
    const request = crypto.randomUUID();
    this.#asked[question] = request;
    if (this.#send(command(request))) return true;
    this.#asked[question] = null;
    this.problem = 'The engine is still starting. Wait a moment, then try again.';
    return false;
  }
}
