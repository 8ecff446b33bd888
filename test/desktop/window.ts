// Reads from the window what a person would read.
import type { Page } from 'playwright-core';

/** In bits/byte; infinite while none is shown. */
export async function shownLoss(page: Page): Promise<number> {
  const loss = page.getByTestId('loss').locator('strong');
  const text = (await loss.count()) === 1 ? await loss.textContent() : null;
  const bitsPerByte = Number.parseFloat(text ?? '');
  return Number.isNaN(bitsPerByte) ? Infinity : bitsPerByte;
}

export async function shownUpdate(page: Page): Promise<number> {
  const position = await page.getByRole('progressbar', { name: 'Progress' }).getAttribute('aria-valuetext');
  const digits = /Update ([\d,.\s]+?)(?: of|, until)/.exec(position ?? '')?.[1]?.replace(/\D/g, '');
  return Number(digits ?? 0);
}
