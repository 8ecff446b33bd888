// Keeps one engine alive: forks it, hands it the page's port and the offered texts, restarts it when it dies.
import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron';
import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { hostEvent, type HostCommand } from '../../src-engine/protocol/messages';
import type { ExportFormat } from '../../src-engine/protocol/writing';
import { restartDelayMs } from './restart-delay';
import type { TrainingNews } from '../signs/training-watch';
import { ENGINE_PORT_MESSAGE } from '../calls/window-api';

const SHUT_DOWN_LIMIT_MS = 8_000;

export interface EngineProcessOptions {
  modulePath: string;
  /** For its Node. */
  flags: string[];
  runsFolder: string;
  modelsFolder: string;
  /** In which its sentences write numbers. */
  locale: string;
  /** A new engine knows no texts and no page: here it gets them. */
  onStarted(): void;
  onLost(sentence: string): void;
  onNews(news: TrainingNews): void;
  log(line: string): void;
}

export class EngineProcess {
  #child: UtilityProcess | null = null;
  #restart: NodeJS.Timeout | undefined;
  #deathTimesMs: number[] = [];
  #exports = new Map<string, (sentence: string | null) => void>();
  #shuttingDown: { settle: () => void } | null = null;
  readonly #options: EngineProcessOptions;

  constructor(options: EngineProcessOptions) {
    this.#options = options;
  }

  start(): void {
    const { modulePath, flags, runsFolder, modelsFolder, locale, log } = this.#options;
    const child = utilityProcess.fork(modulePath, ['--runs', runsFolder, '--models', modelsFolder], {
      serviceName: 'Unroll engine',
      execArgv: flags,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, UNROLL_LOCALE: locale },
    });
    this.#child = child;
    child.stderr?.on('data', (chunk: Buffer) => log(`engine: ${chunk.toString().trimEnd()}`));
    child.on('message', (message: unknown) => this.#receive(message));
    child.once('exit', (code) => this.#ended(code));
    this.#options.onStarted();
  }

  attachPage(contents: WebContents): void {
    if (!this.#child) return;
    const { port1, port2 } = new MessageChannelMain();
    this.#child.postMessage({ kind: 'attach-page' } satisfies HostCommand, [port1]);
    contents.postMessage(ENGINE_PORT_MESSAGE, null, [port2]);
  }

  offerText(token: string, paths: string[]): void {
    this.#post({ kind: 'offer-text', token, paths });
  }

  tellPower(isOnBattery: boolean): void {
    this.#post({ kind: 'power', isOnBattery });
  }

  /** Resolves to an error message, or null if the model was written. */
  exportModel(run: string, path: string): Promise<string | null> {
    return this.#export((request) => ({ kind: 'export-model', request, run, path }));
  }

  exportDraft(run: string, draft: string, format: ExportFormat, path: string): Promise<string | null> {
    return this.#export((request) => ({ kind: 'export-draft', request, run, draft, format, path }));
  }

  #export(commandFor: (request: string) => HostCommand): Promise<string | null> {
    if (!this.#child) return Promise.resolve('The engine is still starting. Wait a moment, then export again.');
    const request = randomUUID();
    return new Promise((resolve) => {
      this.#exports.set(request, resolve);
      this.#post(commandFor(request));
    });
  }

  /** Resolves when the engine holds no file of the run open; to an error message if that fails. */
  releaseRun(run: string): Promise<string | null> {
    if (!this.#child) return Promise.resolve(null);
    const request = randomUUID();
    return new Promise((resolve) => {
      this.#exports.set(request, resolve);
      this.#post({ kind: 'release-run', request, run });
    });
  }

  /** Lets the engine save what it has learned; gives up waiting after a few seconds. */
  async shutDown(): Promise<void> {
    clearTimeout(this.#restart);
    if (!this.#child) return;
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
    this.#child.kill();
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
    this.#restart = setTimeout(() => this.start(), delayMs);
  }

  #post(command: HostCommand): void {
    this.#child?.postMessage(command);
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
        this.#exports.get(event.request)?.(event.sentence);
        this.#exports.delete(event.request);
        return;
      case 'down':
        this.#shuttingDown?.settle();
        return;
      case 'run-news':
        this.#options.onNews(event);
        return;
      default:
        event satisfies never;
    }
  }

  #ended(code: number): void {
    this.#child = null;
    for (const settle of this.#exports.values())
      settle('The engine stopped before the file was written. Export again.');
    this.#exports.clear();
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
