// Waits for where the keys go, before a test presses them.
import type { Locator } from 'playwright-core';
import { waitUntil } from './wait-until';

/** It, or something in it, has the page's focus. */
export async function waitForFocus(target: Locator): Promise<void> {
  await waitUntil(`the focus is in ${String(target)}`, () =>
    target.evaluate((element) => element.contains(document.activeElement)),
  );
}
