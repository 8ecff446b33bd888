// Whether the main process knows of a run that trains: it keeps the computer awake then, and nothing of it shows in the page.
import type { ElectronApplication } from 'playwright-core';
import { readInMain } from './in-main';

export const isKeptAwake = (app: ElectronApplication): Promise<boolean> =>
  readInMain(app, ({ powerSaveBlocker }) => [0, 1, 2, 3, 4, 5].some((id) => powerSaveBlocker.isStarted(id)), null);
