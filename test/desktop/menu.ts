// Chooses from the native menu in a person's place; no test can point at it.
import type { ElectronApplication } from 'playwright-core';

export async function chooseFromMenu(app: ElectronApplication, id: string): Promise<void> {
  await app.evaluate(({ Menu }, name) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(name);
    if (!item?.enabled) throw new Error(`The menu does not offer ${name}.`);
    (item.click as () => void)();
  }, id);
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
