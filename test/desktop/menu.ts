// Chooses from the native menu in a person's place; no test can point at it.
import type { ElectronApplication } from 'playwright-core';
import { DEADLINE_MS } from '../deadline';

export async function chooseFromMenu(app: ElectronApplication, id: string): Promise<void> {
  await app.evaluate(({ Menu }, name) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(name);
    if (!item?.enabled) throw new Error(`The menu does not offer ${name}.`);
    (item.click as () => void)();
  }, id);
}

/** Resolves when the page is drawn and has the keyboard: Chromium drops what is pressed before. */
async function readyForKeys(app: ElectronApplication): Promise<void> {
  const page = app.windows()[0] ?? (await app.firstWindow());
  await page.getByRole('main').waitFor();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus());
  await page.waitForFunction(() => document.hasFocus(), null, { timeout: DEADLINE_MS });
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

/** Presses a key with Control (⌘ on a Mac), as the keyboard would: the menu's accelerators hear it, unlike what Playwright types. */
export async function pressKeys(app: ElectronApplication, keyCode: string): Promise<void> {
  await readyForKeys(app);
  await app.evaluate(({ BrowserWindow }, pressed) => {
    const [window] = BrowserWindow.getAllWindows();
    const modifier = process.platform === 'darwin' ? ('meta' as const) : ('control' as const);
    for (const type of ['keyDown', 'keyUp'] as const) {
      window?.webContents.sendInputEvent({ type, keyCode: pressed, modifiers: [modifier] });
    }
  }, keyCode);
}

/** What the menu offers at this moment, of these. */
export function offeredAmong(app: ElectronApplication, ids: string[]): Promise<string[]> {
  return app.evaluate(
    ({ Menu }, names) => names.filter((name) => Menu.getApplicationMenu()?.getMenuItemById(name)?.enabled),
    ids,
  );
}

export function labelOf(app: ElectronApplication, id: string): Promise<string | undefined> {
  return app.evaluate(({ Menu }, name) => Menu.getApplicationMenu()?.getMenuItemById(name)?.label, id);
}
