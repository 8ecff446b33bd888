// Chooses from the native menu in the user's place; no test can point at it.
import type { ElectronApplication } from 'playwright-core';
import { readInMain } from './in-main';
import { waitUntil } from './wait-until';

/** As soon as the menu offers it: what cannot be done is grey. */
export async function chooseFromMenu(app: ElectronApplication, id: string): Promise<void> {
  await waitUntil(`the menu offers ${id}`, () =>
    app.evaluate(({ Menu }, name) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(name);
      if (!item?.enabled) return false;
      (item.click as () => void)();
      return true;
    }, id),
  );
}

/** Chromium drops what is pressed before a page is first drawn. */
async function isDrawn(app: ElectronApplication): Promise<void> {
  const page = app.windows()[0] ?? (await app.firstWindow());
  await page.getByRole('main').waitFor();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

/**
 * Presses a key with Control (⌘ on a Mac), as the keyboard would: the menu's accelerators hear it, unlike what Playwright types.
 * They hear nothing while the window is not shown, has not loaded its page or has not the system's focus.
 */
export async function pressKeys(app: ElectronApplication, keyCode: string): Promise<void> {
  await isDrawn(app);
  await waitUntil(`the window takes ${keyCode}`, () =>
    app.evaluate(({ BrowserWindow }, pressed) => {
      const [window] = BrowserWindow.getAllWindows();
      if (!window?.isVisible() || window.webContents.isLoading()) return false;
      if (!window.isFocused()) {
        window.focus();
        return false;
      }
      const modifier = process.platform === 'darwin' ? ('meta' as const) : ('control' as const);
      for (const type of ['keyDown', 'keyUp'] as const) {
        window.webContents.sendInputEvent({ type, keyCode: pressed, modifiers: [modifier] });
      }
      return true;
    }, keyCode),
  );
}

/** What the menu offers now, of these. */
export function offeredAmong(app: ElectronApplication, ids: string[]): Promise<string[]> {
  return readInMain(
    app,
    ({ Menu }, names) => names.filter((name) => Menu.getApplicationMenu()?.getMenuItemById(name)?.enabled),
    ids,
  );
}

export function labelOf(app: ElectronApplication, id: string): Promise<string | undefined> {
  return readInMain(app, ({ Menu }, name) => Menu.getApplicationMenu()?.getMenuItemById(name)?.label, id);
}
