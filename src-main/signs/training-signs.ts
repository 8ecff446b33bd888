// Shows outside of the window that a run trains: progress in the task bar or Dock, an icon in the tray, the computer kept awake.
import { app, Menu, nativeImage, powerSaveBlocker, Tray, type BrowserWindow } from 'electron';
import trayIcon from '../icons/tray.png?asset';
import trayIconTwice from '../icons/tray-2x.png?asset';
import { systemLocale } from '../preferences/system-locale';
import type { Training } from './training-watch';

const NO_PROGRESS = -1;

export interface TrainingSignsOptions {
  window(): BrowserWindow | null;
  keepAwake(): boolean;
  open(): void;
  quit(): void;
  log(line: string): void;
}

function trayImage(): Electron.NativeImage {
  const image = nativeImage.createFromPath(trayIcon);
  image.addRepresentation({ scaleFactor: 2, buffer: nativeImage.createFromPath(trayIconTwice).toPNG() });
  return image;
}

function percent(share: number): string {
  return share.toLocaleString(systemLocale(), { style: 'percent' });
}

export class TrainingSigns {
  #blocker: number | null = null;
  #tray: Tray | null = null;
  readonly #options: TrainingSignsOptions;

  constructor(options: TrainingSignsOptions) {
    this.#options = options;
  }

  show(training: Training | null): void {
    const window = this.#options.window();
    window?.setProgressBar(training ? training.share : NO_PROGRESS);
    // With its window closed, a Mac's Dock has no progress bar.
    app.dock?.setBadge(training && !window ? percent(training.share) : '');
    this.#keepAwake(training !== null && this.#options.keepAwake());
    this.#tray?.setToolTip(training ? `Unroll is training ${training.name}: ${percent(training.share)}` : 'Unroll');
  }

  /** While a run trains without a window, the tray is the way back to it; not every Linux desktop has one. */
  showTray(): void {
    if (this.#tray || process.platform === 'darwin') return;
    const { open, quit, log } = this.#options;
    try {
      this.#tray = new Tray(trayImage());
    } catch (error) {
      log(`tray: ${String(error)}`);
      return;
    }
    this.#tray.on('click', open);
    this.#tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: 'Open Unroll', click: open },
        { type: 'separator' },
        { label: 'Pause and quit', click: quit },
      ]),
    );
  }

  hideTray(): void {
    this.#tray?.destroy();
    this.#tray = null;
  }

  #keepAwake(wanted: boolean): void {
    if (wanted === (this.#blocker !== null)) return;
    if (this.#blocker === null) {
      this.#blocker = powerSaveBlocker.start('prevent-app-suspension');
      return;
    }
    powerSaveBlocker.stop(this.#blocker);
    this.#blocker = null;
  }
}
