// Asks the engine for text, gathers what streams in, and holds the settings of writing.
import { DEFAULT_SAMPLING, type EngineCommand, type SamplingOptions } from '../../src-engine/protocol';

const SEEDS = 2 ** 32;

type Send = (command: EngineCommand) => boolean;

export interface TextReader {
  /** The text begins anew, after this prompt. */
  restart(prompt: string): void;
  add(piece: string): void;
}

export class Writer {
  options = $state<SamplingOptions>({ ...DEFAULT_SAMPLING, seed: randomSeed() });
  /** Otherwise every text is made with a new one. */
  keepSeed = $state(false);
  isWriting = $state(false);
  characters = $state(0);
  /** The seed that made the present text. */
  usedSeed = $state(0);
  /** Why it ended otherwise than at the wanted length. */
  sentence = $state<string | null>(null);
  #request: string | null = null;
  #prompt = '';
  #pieces: string[] = [];
  #reader: TextReader | null = null;
  #hasWritten = false;
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  get text(): string {
    return this.#prompt + this.#pieces.join('');
  }

  /** One reader at a time: it gets what there is, then every new piece. */
  read(reader: TextReader): () => void {
    this.#reader = reader;
    reader.restart(this.#prompt);
    for (const piece of this.#pieces) reader.add(piece);
    return () => (this.#reader = null);
  }

  rollSeed(): void {
    this.options.seed = randomSeed();
  }

  begin(run: string): void {
    if (this.isWriting) return;
    if (this.#hasWritten && !this.keepSeed) this.rollSeed();
    this.#hasWritten = true;
    this.usedSeed = this.options.seed;
    this.#request = crypto.randomUUID();
    this.#pieces = [];
    this.#prompt = this.options.prompt;
    this.characters = 0;
    this.sentence = null;
    this.#reader?.restart(this.#prompt);
    this.isWriting = this.#send({ kind: 'generate', request: this.#request, run, options: { ...this.options } });
    if (!this.isWriting) this.sentence = 'The engine is being started. Wait a moment, then generate again.';
  }

  stop(): void {
    if (this.#request !== null) this.#send({ kind: 'stop-generating', request: this.#request });
  }

  generated(request: string, text: string): void {
    if (request !== this.#request) return;
    this.#pieces.push(text);
    this.characters += text.length;
    this.#reader?.add(text);
  }

  ended(request: string, sentence: string | null): void {
    if (request === this.#request) this.fail(sentence);
  }

  /** Ends the writing from this side, for example because the engine is gone. */
  fail(sentence: string | null): void {
    this.isWriting = false;
    this.sentence = sentence;
  }
}

function randomSeed(): number {
  return Math.floor(Math.random() * SEEDS);
}
