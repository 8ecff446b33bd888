// Owns the port to the engine: takes each new one, validates what arrives, holds back what is said before there is one.
import * as v from 'valibot';
import { engineEvent, type EngineCommand, type EngineEvent } from '../../src-engine/protocol/messages';
import type { ENGINE_PORT_MESSAGE } from '../../src-main/calls/window-api';

// The page imports only types of the main process; the compiler holds the two strings together.
const PORT_MESSAGE: typeof ENGINE_PORT_MESSAGE = 'unroll:engine-port';

export interface EngineListener {
  attached(): void;
  received(event: EngineEvent): void;
}

/** The page asks it by itself, and whenever an engine is attached: nobody waits for it. */
const ASKED_AGAIN: EngineCommand['kind'] = 'estimate-cost';

export class EngineLink {
  #port: MessagePort | null = null;
  /** What is said before the first engine is there: it hears it when it is. */
  #early: EngineCommand[] | null = [];
  readonly #begin: () => void;

  /** `begin`: something is asked of the first engine. */
  constructor(begin: () => void) {
    this.#begin = begin;
  }

  /** Once; answers with the function that ends it. */
  listen(page: Window, listener: EngineListener): () => void {
    const take = (event: MessageEvent): void => {
      const [port] = event.ports;
      if (event.source !== page || event.data !== PORT_MESSAGE || !port) return;
      this.#attach(port, listener);
    };
    page.addEventListener('message', take);
    return () => page.removeEventListener('message', take);
  }

  /** false when the engine that there was is gone, and the next one not there yet to hear it. */
  send(command: EngineCommand): boolean {
    if (this.#early && !this.#port && command.kind !== ASKED_AGAIN) {
      this.#early.push(command);
      this.#begin();
      return true;
    }
    this.#port?.postMessage(command);
    return this.#port !== null;
  }

  drop(): void {
    this.#port?.close();
    this.#port = null;
  }

  #attach(port: MessagePort, listener: EngineListener): void {
    this.drop();
    this.#port = port;
    port.onmessage = (message: MessageEvent<unknown>) => {
      const parsed = v.safeParse(engineEvent, message.data);
      if (parsed.success) listener.received(parsed.output);
      else console.error('The engine sent a message that the protocol does not know.', parsed.issues[0].message);
    };
    listener.attached();
    const early = this.#early ?? [];
    this.#early = null;
    for (const command of early) port.postMessage(command);
  }
}
