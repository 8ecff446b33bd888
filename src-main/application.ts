// Ties the parts of the main process together: engine, window, menu, what shows outside of the window, and the way out.
import { app, nativeTheme, Notification, session, type BrowserWindow } from 'electron';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { servePage } from './window/app-scheme';
import { withBeginning } from './window/page-beginning';
import { CHANNELS } from './calls/channels';
import type { Beginning } from './calls/window-api';
import { askAboutClosing } from './signs/closing-question';
import { Dialogs } from './calls/dialogs';
import { endNotice } from './signs/end-notice';
import { EngineProcess } from './engine/engine-process';
import { logFact, logWarning } from './log';
import { guardSession } from './window/guards';
import { MainCommands } from './menu/main-commands';
import { NativeMenu } from './menu/menu';
import { Offers } from './offers/offers';
import { openOwnPresets } from './preferences/own-presets';
import type { PageSource } from './window/page-source';
import { PageWindow } from './window/page-window';
import { followPower, followShutdown, isOnBattery } from './signs/power';
import { openPreferences, personalPreferences } from './preferences/preferences';
import { FirstList } from './preferences/first-list';
import { openRecentTexts } from './texts/recent-texts';
import { answerRunCalls } from './calls/run-calls';
import { readSampleTexts, withoutPaths } from './texts/sample-texts';
import { systemLocale } from './preferences/system-locale';
import { answerOfferCalls } from './calls/offer-calls';
import { TrainingSigns } from './signs/training-signs';
import { TrainingWatch, type TrainingEnd } from './signs/training-watch';
import { answerWindowCalls } from './calls/window-calls';

const built = (...parts: string[]): string => join(import.meta.dirname, '..', ...parts);
const readSamples = () => readSampleTexts(built('samples'));

/** A window that has painted its page has drawn all of it by then. */
const DRAWN_MS = 400;

export interface ApplicationParts {
  page: PageSource;
  /** For the engine's Node. */
  engineFlags: string[];
}

export class Application {
  readonly #preferences = openPreferences();
  readonly #runsFolder = join(app.getPath('userData'), 'runs');
  readonly #modelsFolder = join(app.getPath('userData'), 'models');
  readonly #listFile = join(app.getPath('userData'), 'list.json');
  readonly #firstList = new FirstList(this.#listFile);
  readonly #recentTexts = openRecentTexts();
  readonly #offers = new Offers({
    tell: (token, paths) => this.#engine.offer(token, paths),
    remember: (paths) => this.#recentTexts.remember(paths),
  });
  readonly #pageSource: PageSource;
  readonly #engine: EngineProcess;
  readonly #page = new PageWindow({
    preferences: this.#preferences,
    // Until then the window shows what it remembers, and does not share the processor with the engine.
    onPainted: () => setTimeout(() => this.#engine.begin(), DRAWN_MS),
    onLoaded: (window) => this.#engine.attachPage(window.webContents),
    mayClose: (window) => this.#mayClose(window),
    onClosed: () => this.#closed(),
    // Nothing may be left for later: Windows does not wait.
    onSessionEnd: () => void this.#engine.shutDown(),
    log: logWarning,
  });
  readonly #signs = new TrainingSigns({
    window: () => this.#page.window,
    keepAwake: () => this.#preferences.get('keepAwake'),
    open: () => this.showWindow(),
    quit: () => app.quit(),
    log: logWarning,
  });
  readonly #watch = new TrainingWatch({
    changed: (training) => this.#signs.show(training),
    ended: (end) => this.#notify(end),
  });
  readonly #commands = new MainCommands(this.#preferences, this.#page);
  readonly #menu = new NativeMenu({
    ask: (command) => this.#page.showWith(CHANNELS.menuCommand, command),
    perform: (command) => this.#commands.perform(command),
    isChecked: (command) => this.#commands.isChecked(command),
  });
  /** Shown notifications; one that is garbage-collected loses its click handler. */
  readonly #notifications = new Set<Notification>();
  /** The window may close: the user has said that training continues without it. */
  #staysInBackground = false;
  #isQuitting = false;
  /** What the engine computes with, once that is known. */
  #vectors: string | null = null;
  #isLeaving = false;
  #isDown = false;

  constructor({ page, engineFlags }: ApplicationParts) {
    this.#pageSource = page;
    this.#engine = new EngineProcess({
      modulePath: built('main', 'engine-main.js'),
      flags: engineFlags,
      modelsFolder: this.#modelsFolder,
      listFile: this.#listFile,
      textsFolder: join(app.getPath('userData'), 'texts'),
      runsFolder: this.#runsFolder,
      locale: systemLocale(),
      onStarted: () => this.#introduce(),
      onLost: (sentence) => this.#engineLost(sentence),
      onNews: (news) => this.#watch.hear(news, Date.now()),
      onVectors: (label) => {
        logFact(`engine: computes with ${label}`);
        this.#vectors = label;
      },
      log: logWarning,
    });
  }

  /** Once, when Electron is ready. */
  start(files: string[]): void {
    guardSession(session.defaultSession, this.#pageSource.reachable);
    servePage(withBeginning(this.#pageSource, () => this.#beginning()));
    const window = (): BrowserWindow | null => this.#page.window;
    const dialogs = new Dialogs(this.#preferences);
    answerRunCalls({ window, engine: this.#engine, runsFolder: this.#runsFolder });
    answerOfferCalls({
      window,
      dialogs,
      offers: this.#offers,
      recent: this.#recentTexts,
      samples: readSamples,
      keepText: (name, bytes) => this.#engine.requests.keepText(name, bytes),
    });
    answerWindowCalls({
      window,
      dialogs,
      engine: this.#engine,
      preferences: this.#preferences,
      presets: openOwnPresets(),
      menu: this.#menu,
      vectors: () => this.#vectors,
    });
    this.#followPreferences();
    app.on('activate', () => this.showWindow());
    app.on('before-quit', () => (this.#isQuitting = true));
    app.on('window-all-closed', () => {
      if (process.platform !== 'darwin' && !this.#staysInBackground) app.quit();
    });
    app.on('will-quit', (event) => this.#leave(event));
    followPower((onBattery) => this.#engine.tellPower(onBattery));
    followShutdown(() => app.quit());
    void this.open(files);
  }

  /** What the page shows until the engine is there. */
  async #beginning(): Promise<Beginning> {
    const [text, samples] = await Promise.all([this.#firstList.take(), readSamples().catch(() => [])]);
    return {
      list: { isEmpty: this.#isEmpty(), text },
      samples: samples.map(withoutPaths),
      preferences: personalPreferences(this.#preferences),
    };
  }

  /** There are neither runs nor models. */
  #isEmpty(): boolean {
    return [this.#runsFolder, this.#modelsFolder].every(
      (folder) => !existsSync(folder) || readdirSync(folder).length === 0,
    );
  }

  /** For a rebuilt engine. */
  restartEngine(): Promise<void> {
    return this.#engine.restart();
  }

  showWindow(): void {
    if (this.#isLeaving) {
      // Started again while the engine still saves: this one goes, then another comes.
      app.relaunch();
      return;
    }
    this.#staysInBackground = false;
    this.#signs.hideTray();
    this.#page.show();
    this.#signs.show(this.#watch.training);
  }

  /** The window, with what these files are, where there are any. */
  async open(files: string[]): Promise<void> {
    this.showWindow();
    const all = await this.#offers.offerFiles(files);
    if (this.#isLeaving) return;
    for (const offered of all) this.#page.showWith(CHANNELS.offered, offered);
  }

  #followPreferences(): void {
    const follow = (): void => {
      nativeTheme.themeSource = this.#preferences.get('theme');
      this.#menu.rebuild();
      this.#signs.show(this.#watch.training);
      this.#page.send(CHANNELS.preferencesChanged, personalPreferences(this.#preferences));
    };
    for (const key of ['theme', 'keepAwake', 'notifyAtEnd', 'closingWhileTraining'] as const) {
      this.#preferences.onDidChange(key, follow);
    }
    follow();
  }

  /** A new engine is told what is offered first: the page asks about it as soon as it is attached. */
  #introduce(): void {
    this.#engine.tellPower(isOnBattery());
    this.#offers.tellAll();
    const listening = this.#page.listening;
    if (listening) this.#engine.attachPage(listening.webContents);
  }

  #engineLost(sentence: string): void {
    this.#watch.lost();
    this.#page.send(CHANNELS.engineLost, sentence);
  }

  #notify(end: TrainingEnd): void {
    if (!this.#preferences.get('notifyAtEnd') || !Notification.isSupported()) return;
    const notice = endNotice(end, this.#page.isInFront, systemLocale());
    if (!notice) return;
    const notification = new Notification(notice);
    this.#notifications.add(notification);
    const forget = (): boolean => this.#notifications.delete(notification);
    notification.once('close', forget);
    notification.once('click', () => {
      forget();
      this.showWindow();
      this.#page.showWith(CHANNELS.openRun, end.run);
    });
    notification.show();
  }

  // ── closing and leaving ───────────────────────────────────────────────────────────────────────────────────────────

  #mayClose(window: BrowserWindow): boolean {
    const { training } = this.#watch;
    if (!training || this.#isQuitting || this.#staysInBackground) return true;
    const wanted = this.#preferences.get('closingWhileTraining');
    if (wanted === 'ask') void this.#askAndClose(window, training.name);
    if (wanted === 'quit') app.quit();
    this.#staysInBackground = wanted === 'background';
    return this.#staysInBackground;
  }

  async #askAndClose(window: BrowserWindow, name: string): Promise<void> {
    const answer = await askAboutClosing(window, name, this.#preferences);
    if (answer === 'quit') app.quit();
    if (answer !== 'background' || window.isDestroyed()) return;
    this.#staysInBackground = true;
    window.close();
  }

  #closed(): void {
    this.#menu.follow(null);
    if (this.#staysInBackground) this.#signs.showTray();
    this.#signs.show(this.#watch.training);
  }

  /** The window is closed already; the application lives on until the engine has saved what it learned. */
  #leave(event: Electron.Event): void {
    if (this.#isDown) return;
    event.preventDefault();
    if (this.#isLeaving) return;
    this.#isLeaving = true;
    this.#signs.hideTray();
    void this.#engine.shutDown().finally(() => {
      this.#isDown = true;
      // Electron is deaf to it while it still asks whether it may quit, which it does where there is no engine to wait for.
      setImmediate(() => app.quit());
    });
  }
}
