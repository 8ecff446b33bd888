// Drops real files onto the page, as a file manager would.
import type { Locator, Page } from 'playwright-core';

/** `paths` are absolute; folders may be among them. `beforeLettingGo` happens while they are held over `target`. */
export async function dropFiles(
  page: Page,
  target: Locator,
  paths: string[],
  beforeLettingGo = async (): Promise<void> => {},
): Promise<void> {
  await target.waitFor();
  const box = await target.boundingBox();
  if (!box) throw new Error('What the files are dropped on is not visible.');
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    if (type === 'drop') await beforeLettingGo();
    await session.send('Input.dispatchDragEvent', { type, ...place, data });
  }
  await session.detach();
}
