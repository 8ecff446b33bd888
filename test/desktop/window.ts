// Reads from the window what the user would read, and gives it the size that the user would.
import type { ElectronApplication, Page } from 'playwright-core';
import { actInMain } from './in-main';

interface Size {
  width: number;
  height: number;
}

export const USUAL: Size = { width: 1280, height: 800 };
export const SMALLEST: Size = { width: 960, height: 640 };

/** Resolves when the page has been laid out again. */
export async function resize(app: ElectronApplication, page: Page, size: Size, zoomFactor: number): Promise<void> {
  await actInMain(
    app,
    ({ BrowserWindow }, { width, height, zoom }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(width, height);
      window?.webContents.setZoomFactor(zoom);
    },
    { ...size, zoom: zoomFactor },
  );
  const wanted = Math.round(size.width / zoomFactor);
  await page.waitForFunction((width) => Math.abs(innerWidth - width) <= 1, wanted);
}

/** In bits/byte; infinite while none is shown. */
export async function shownLoss(page: Page): Promise<number> {
  const loss = page.getByTestId('loss').locator('strong');
  const text = (await loss.count()) === 1 ? await loss.textContent() : null;
  const bitsPerByte = Number.parseFloat(text ?? '');
  return Number.isNaN(bitsPerByte) ? Infinity : bitsPerByte;
}

export async function shownUpdate(page: Page): Promise<number> {
  const position = await page.getByRole('progressbar', { name: 'Progress' }).getAttribute('aria-valuetext');
  const digits = /Update ([\d,.\s]+?)(?: of|, unlimited)/.exec(position ?? '')?.[1]?.replace(/\D/g, '');
  return Number(digits ?? 0);
}
