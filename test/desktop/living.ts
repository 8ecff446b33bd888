// What the page still holds once its garbage is collected: grows where something that is no longer shown is kept.
import type { CDPSession, Page } from 'playwright-core';

export interface Living {
  /** Of its heap. */
  megabytes: number;
  nodes: number;
  listeners: number;
}

export async function collectGarbage(session: CDPSession): Promise<Living> {
  // What the first one frees may have held more.
  for (let time = 0; time < 2; time += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { megabytes: usedSize / 2 ** 20, nodes, listeners: jsEventListeners };
}

/** The pixels of the canvases that are shown, and how many of them stay when something else is shown in their place. */
export async function pixelsKept(page: Page, showOther: () => Promise<void>): Promise<{ shown: number; kept: number }> {
  const drawn = page.locator('canvas:visible');
  await drawn.first().waitFor();
  const canvases = await drawn.elementHandles();
  const pixels = async () => {
    let sum = 0;
    for (const canvas of canvases)
      sum += await canvas.evaluate((each) => (each instanceof HTMLCanvasElement ? each.width * each.height : 0));
    return sum;
  };
  const shown = await pixels();
  await showOther();
  await drawn.first().waitFor({ state: 'detached' });
  const kept = await pixels();
  for (const canvas of canvases) await canvas.dispose();
  return { shown, kept };
}
