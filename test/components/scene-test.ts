// `it` for a component test: it is given what opens a scene afresh in the window, and fails where the page does.
import { randomUUID } from 'node:crypto';
import { chromium, type Browser, type Page } from 'playwright-core';
import { inject, test, vi } from 'vitest';
import { DEADLINE_MS } from '../deadline';
import type { Scenes } from './scenes/all-scenes';
import type {} from './harness/provided';

export interface OpenedScene {
  page: Page;
  /** All that the component has told its surroundings, oldest first. */
  told: () => Promise<unknown[][]>;
}

type OpenScene = <Name extends keyof Scenes>(
  name: Name,
  options: Parameters<Scenes[Name]>[1],
  locale?: string,
) => Promise<OpenedScene>;

async function onlyPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  if (!context) throw new Error('The window has closed.');
  return context.pages()[0] ?? context.waitForEvent('page');
}

export const it = test
  .extend('addresses', { scope: 'file' }, () => {
    const addresses = inject('components');
    if (!addresses) throw new Error('There is no window. Run these tests by: npm run test:components');
    return addresses;
  })
  .extend('page', { scope: 'file' }, async ({ addresses }, { onCleanup }) => {
    const browser = await chromium.connectOverCDP(addresses.window);
    // Only disconnects: the window stays.
    onCleanup(() => browser.close());
    const page = await onlyPage(browser);
    page.setDefaultTimeout(DEADLINE_MS);
    return page;
  })
  .extend('openScene', ({ addresses, page }, { onCleanup }): OpenScene => {
    const errors: Error[] = [];
    const note = (error: Error): void => void errors.push(error);
    page.on('pageerror', note);
    onCleanup(() => {
      page.off('pageerror', note);
      if (errors.length > 0) throw new AggregateError(errors, 'The page failed.');
    });
    return async (scene, options, locale = 'en') => {
      const scenery = new URLSearchParams({ scene, options: JSON.stringify(options), locale });
      // What an earlier test left under the pointer is not pointed at here.
      await page.mouse.move(0, 0);
      // Behind the #, where it may be long; what differs before it makes the page reload.
      await page.goto(`${addresses.scenes}?${randomUUID()}#${scenery.toString()}`);
      const ready = page.locator('body[data-scene="ready"]');
      await vi.waitFor(
        async () => {
          await page.keyboard.press('Shift');
          if ((await ready.count()) === 0) throw new Error('The page does not listen, or its scene failed.');
        },
        { timeout: DEADLINE_MS },
      );
      return { page, told: () => page.evaluate(() => (globalThis as unknown as { told: unknown[][] }).told) };
    };
  });
