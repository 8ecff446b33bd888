// Keeps one engine alive: forks it, hands it the page's port and the offered texts, restarts it when it dies.
import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron';
import * as v from 'valibot';
import { hostEvent, type HostCommand } from '../../src-engine/protocol/host-messages';
import { EngineRequests } from './engine-requests';
import { restartDelayMs } from './restart-delay';
import type { TrainingNews } from '../signs/training-watch';
import { ENGINE_PORT_MESSAGE } from '../calls/window-api';

const SHUT_DOWN_LIMIT_MS = 8_000;
/**
 * The room for new objects, in each of the engine's threads. V8 lets it grow to 32 MB over hours and does not give it back, with
 * no gain: writing takes as much of the processor's time with this.
 */
const SMALL_NEW_SPACE = '--js-flags=--max-semi-space-size=2';

export interface EngineProcessOptions {
  modulePath: string;
  /** For its Node. */
  flags: string[];
  runsFolder: string;
  modelsFolder: string;
  /** For texts that came out of documents or were pasted. */
  textsFolder: string;
  /** Where the list is left for the next start. */
  listFile: string;
  /** In which its sentences write numbers. */
  locale: string;
  /** A new engine knows no texts and no page: here it gets them. */
  onStarted(): void;
  onLost(sentence: string): void;
  onNews(news: TrainingNews): void;
  /** What the engine computes with, as people call it. */
  onVectors(label: string): void;
  log(line: string): void;
}

export class EngineProcess {
  readonly requests = new EngineRequests((command) => this.#post(command));
  #child: UtilityProcess | null = null;
  /** What is said before the first engine is there. */
  #early: HostCommand[] | null = [];
  #restart: NodeJS.Timeout | undefined;
  #deathTimesMs: number[] = [];
  #shuttingDown: { settle: () => void } | null = null;
  readonly #options: EngineProcessOptions;

  constructor(options: EngineProcessOptions) {
    this.#options = options;
  }

  /** The first engine; it is started once, at the latest when something is asked of it. */
  begin(): void {
    if (this.#early) this.#start();
  }

  #start(): void {
    const { modulePath, flags, runsFolder, modelsFolder, textsFolder, listFile, locale, log } = this.#options;
    const child = utilityProcess.fork(
      modulePath,
      ['--runs', runsFolder, '--models', modelsFolder, '--texts', textsFolder, '--list', listFile],
      {
        serviceName: 'Unroll engine',
        execArgv: [SMALL_NEW_SPACE, ...flags],
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { ...process.env, UNROLL_LOCALE: locale, UNROLL_LOG_ERRORS: '1', UNROLL_PROGRAM: 'the Unroll window' },
      },
    );
    this.#child = child;
    child.stderr?.on('data', (chunk: Buffer) => log(`engine: ${chunk.toString().trimEnd()}`));
    child.on('message', (message: unknown) => this.#receive(message));
    child.once('exit', (code) => this.#ended(code));
    this.#options.onStarted();
    const early = this.#early ?? [];
    this.#early = null;
    for (const command of early) this.#post(command);
  }

  attachPage(contents: WebContents): void {
    if (!this.#child) return;
    const { port1, port2 } = new MessageChannelMain();
    this.#child.postMessage({ kind: 'attach-page' } satisfies HostCommand, [port1]);
    contents.postMessage(ENGINE_PORT_MESSAGE, null, [port2]);
  }

  offer(token: string, paths: string[]): void {
    this.#post({ kind: 'offer-text', token, paths });
  }

  tellPower(isOnBattery: boolean): void {
    this.#post({ kind: 'power', isOnBattery });
  }

  /** Lets the engine save what it has learned; gives up waiting after a few seconds. */
  async shutDown(): Promise<void> {
    clearTimeout(this.#restart);
    // One that has not begun does not begin any more.
    this.#early = null;
    const child = this.#child;
    if (!child) return;
    await new Promise<void>((resolve) => {
      const limit = setTimeout(resolve, SHUT_DOWN_LIMIT_MS);
      this.#shuttingDown = {
        settle: () => {
          clearTimeout(limit);
          resolve();
        },
      };
      this.#post({ kind: 'shut-down' });
    });
    // Unless it has ended by itself meanwhile.
    if (this.#child === child) child.kill();
  }

  /** For a rebuilt engine: the running one saves and exits, and another starts. */
  async restart(): Promise<void> {
    const child = this.#child;
    // One that is on its way reads the newest files by itself.
    if (!child || this.#shuttingDown) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await this.shutDown();
    await ended;
    this.#shuttingDown = null;
    this.#options.onLost('The engine was rebuilt and is restarting.');
    this.#startLater(0);
  }

  /** On a later tick: Electron 33 crashes when a utility process is forked or written to inside an exit listener. */
  #startLater(delayMs: number): void {
    this.#restart = setTimeout(() => this.#start(), delayMs);
  }

  /** False where no engine is running. */
  #post(command: HostCommand): boolean {
    if (!this.#child && this.#early) {
      this.#early.push(command);
      this.begin();
      return true;
    }
    this.#child?.postMessage(command);
    return this.#child !== null;
  }

  #receive(message: unknown): void {
    const parsed = v.safeParse(hostEvent, message);
    if (!parsed.success) {
      this.#options.log('engine: sent a message that the protocol does not know');
      return;
    }
    const event = parsed.output;
    switch (event.kind) {
      case 'exported':
      case 'released':
      case 'kept':
        this.requests.answer(event);
        return;
      case 'down':
        this.#shuttingDown?.settle();
        return;
      case 'run-news':
        this.#options.onNews(event);
        return;
      case 'vectors':
        this.#options.onVectors(event.label);
        return;
      default:
        event satisfies never;
    }
  }

  #ended(code: number): void {
    this.#child = null;
    this.requests.engineEnded();
    if (this.#shuttingDown) {
      this.#shuttingDown.settle();
      return;
    }
    this.#options.log(`engine: exited unexpectedly with code ${code}`);
    const nowMs = Date.now();
    this.#deathTimesMs = [...this.#deathTimesMs.slice(-20), nowMs];
    this.#options.onLost('The engine stopped unexpectedly and is restarting.');
    this.#startLater(restartDelayMs(this.#deathTimesMs, nowMs));
  }
}
