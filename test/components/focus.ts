// Says where the keyboard is.
import type { Locator } from 'playwright-core';

export const hasFocus = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => element === document.activeElement);
