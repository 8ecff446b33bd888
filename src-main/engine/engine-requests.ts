// What the main process asks of the engine and waits for: each answer finds who asked, and an engine that dies leaves no one waiting.
import { problem } from '../../src-engine/problem';
import type { HostCommand, HostEvent } from '../../src-engine/protocol/host-messages';
import type { DraftFormat } from '../../src-engine/protocol/draft-formats';

type Settle = (sentence: string | null) => void;

export class EngineRequests {
  readonly #exports = new Map<string, Settle>();
  readonly #releases = new Map<string, Settle>();
  readonly #keeping = new Map<string, Settle>();
  /** Where texts were kept, until it is asked for. */
  readonly #places = new Map<string, string>();
  readonly #post: (command: HostCommand) => boolean;

  /** `post` hands a command to the engine; false where none is running. */
  constructor(post: (command: HostCommand) => boolean) {
    this.#post = post;
  }

  /** Resolves to an error message, or null if the model was written. */
  exportModel(run: string, update: number | null, path: string): Promise<string | null> {
    return this.#export((request) => ({ kind: 'export-model', request, run, update, path }));
  }

  exportDraft(run: string, draft: string, format: DraftFormat, path: string): Promise<string | null> {
    return this.#export((request) => ({ kind: 'export-draft', request, run, draft, format, path }));
  }

  /** Resolves to where the text lies from now on; rejects with a `Problem`. */
  async keepText(name: string, bytes: Uint8Array): Promise<string> {
    let asked = '';
    const commandFor = (request: string): HostCommand => {
      asked = request;
      return { kind: 'keep-text', request, name, bytes };
    };
    const sentence = await this.#ask(
      this.#keeping,
      commandFor,
      'The engine is still starting. Wait a moment, then paste again.',
    );
    const place = this.#places.get(asked);
    this.#places.delete(asked);
    if (sentence !== null || place === undefined)
      throw problem(sentence ?? 'The text could not be kept. Paste it again.');
    return place;
  }

  /** Resolves when the engine holds no file of the run open; to an error message if that fails. */
  releaseRun(run: string): Promise<string | null> {
    // Without an engine no file is open.
    return this.#ask(this.#releases, (request) => ({ kind: 'release-run', request, run }), null);
  }

  answer(event: Extract<HostEvent, { request: string }>): void {
    const { kind, request, sentence } = event;
    if (kind === 'kept' && event.path !== null) this.#places.set(request, event.path);
    const waiting = { exported: this.#exports, released: this.#releases, kept: this.#keeping }[kind];
    waiting.get(request)?.(sentence);
    waiting.delete(request);
  }

  /** No answer will come any more. */
  engineEnded(): void {
    this.#settleAll(this.#exports, 'The engine stopped before the file was written. Export again.');
    this.#settleAll(this.#releases, 'The engine stopped before it released the run. Move it to the trash again.');
    this.#settleAll(this.#keeping, 'The engine stopped before the text was kept. Paste it again.');
  }

  #export(commandFor: (request: string) => HostCommand): Promise<string | null> {
    const sentence = 'The engine is still starting. Wait a moment, then export again.';
    return this.#ask(this.#exports, commandFor, sentence);
  }

  #ask(
    waiting: Map<string, Settle>,
    commandFor: (request: string) => HostCommand,
    withoutEngine: string | null,
  ): Promise<string | null> {
    const request = crypto.randomUUID();
    return new Promise((resolve) => {
      waiting.set(request, resolve);
      if (this.#post(commandFor(request))) return;
      waiting.delete(request);
      resolve(withoutEngine);
    });
  }

  #settleAll(waiting: Map<string, Settle>, sentence: string): void {
    for (const settle of waiting.values()) settle(sentence);
    waiting.clear();
  }
}
