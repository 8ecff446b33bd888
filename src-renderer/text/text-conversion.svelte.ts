// A copy of a text in UTF-8 that is being written: how far it is, and what became of it.
import type { EncodingName } from '../../src-engine/protocol/encodings';
import type { EngineCommand } from '../../src-engine/protocol/messages';
import type { Offered, WindowApi } from '../../src-main/calls/window-api';

export class TextConversion {
  /** 0 to 1; null while none is under way. */
  share = $state<number | null>(null);
  problem = $state<string | null>(null);
  readonly #api: WindowApi;
  readonly #send: (command: EngineCommand) => boolean;
  #writing: { target: Offered; settle: (text: Offered | null) => void } | null = null;

  constructor(api: WindowApi, send: (command: EngineCommand) => boolean) {
    this.#api = api;
    this.#send = send;
  }

  /** Asks where, and writes; resolves to the copy, null when there is none. */
  async convert(token: string, encoding: EncodingName): Promise<Offered | null> {
    const target = await this.#api.chooseConversion(token);
    if (!target) return null;
    this.problem = null;
    this.share = 0;
    this.#send({ kind: 'convert-text', token, encoding, target: target.token });
    return new Promise((settle) => (this.#writing = { target, settle }));
  }

  progressed(target: string, share: number): void {
    if (this.#writing?.target.token === target) this.share = share;
  }

  ended({ target, isWritten, sentence }: { target: string; isWritten: boolean; sentence: string | null }): void {
    if (this.#writing?.target.token !== target) return;
    const { target: written, settle } = this.#writing;
    this.#reset();
    this.problem = sentence;
    settle(isWritten ? { ...written, kind: 'text' } : null);
  }

  stop(): void {
    this.problem = null;
    if (!this.#writing) return;
    const { target, settle } = this.#writing;
    this.#send({ kind: 'stop-converting', target: target.token });
    this.#reset();
    settle(null);
  }

  /** With its engine it is gone. */
  lost(): void {
    if (this.#writing) this.ended({ target: this.#writing.target.token, isWritten: false, sentence: LOST });
  }

  #reset(): void {
    this.#writing = null;
    this.share = null;
  }
}

const LOST = 'The engine stopped before the copy was complete. Convert the text again.';
