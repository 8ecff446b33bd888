// An exported page in a real browser: the packaged application's own Chromium, in a window without any of the application's doings.
import type { ElectronApplication, Page } from 'playwright-core';
import { actInMain, readInMain } from './in-main';

export interface PlainBrowser {
  page: Page;
  /** Addresses that were asked for, or would have been, had the page's policy not forbidden it. */
  requests(): Promise<string[]>;
  close(): Promise<void>;
}

export async function openInBrowser(app: ElectronApplication, path: string): Promise<PlainBrowser> {
  const opened = app.waitForEvent('window');
  const id = await app.evaluate(async ({ BrowserWindow, session }, file) => {
    const partition = `plain ${Date.now()}`;
    const asked: string[] = [];
    session.fromPartition(partition).webRequest.onBeforeRequest(({ url }, answer) => {
      asked.push(url);
      answer({});
    });
    const window = new BrowserWindow({
      show: false,
      width: 390,
      height: 844,
      webPreferences: { sandbox: true, partition },
    });
    Object.assign(globalThis, { asked });
    void window.loadFile(file);
    return Promise.resolve(window.id);
  }, path);
  const page = await opened;
  return {
    page,
    requests: () => readInMain(app, () => (globalThis as unknown as { asked: string[] }).asked, null),
    close: () => actInMain(app, ({ BrowserWindow }, which) => BrowserWindow.fromId(which)?.destroy(), id),
  };
}
