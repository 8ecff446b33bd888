// Measures how fluid the page is: the time between two frames, every one of them.
import type { Page } from 'playwright-core';

/** Milliseconds from frame to frame while `act` runs. */
export async function framesWhile(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const gaps: number[] = [];
    let last = performance.now();
    const look = () => {
      const now = performance.now();
      gaps.push(now - last);
      last = now;
      frame = requestAnimationFrame(look);
    };
    let frame = requestAnimationFrame(look);
    Object.assign(window, { endFrames: () => (cancelAnimationFrame(frame), gaps) });
  });
  await act();
  return page.evaluate(() => (window as unknown as { endFrames(): number[] }).endFrames());
}

export const middle = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;

export function framesTold(gaps: number[]): string {
  const within99 = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length * 0.99)] ?? NaN;
  const quick = (100 * gaps.filter((gap) => gap < 20).length) / gaps.length;
  return `a frame every ${middle(gaps).toFixed(1)} ms, ${quick.toFixed(0)} % of them within 20 ms, 99 % within ${within99.toFixed(0)} ms`;
}
