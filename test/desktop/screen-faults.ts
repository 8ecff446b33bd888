// Finds what keeps the user from using a screen: what axe finds, what the keyboard cannot reach, what is cut off.
import axe from 'axe-core';
import type { Page } from 'playwright-core';

const CONTROLS = 'button, input, select, textarea, summary, a[href], [tabindex="0"]';
/** More presses of Tab than any screen has controls. */
const MOST_PRESSES = 250;

/** The rules that see colours. */
export const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** By all rules, or by those that are named. */
export async function axeFaults(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (runOnly) => {
    // What passes is not described: that takes as long as the looking.
    const options = { resultTypes: ['violations' as const], ...(runOnly && { runOnly }) };
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(options);
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
  }, rules);
}

/** Controls of the screen, or of the dialog over it, that Tab does not come to, and those whose focus cannot be seen. */
export async function keyboardFaults(page: Page): Promise<string[]> {
  await page.evaluate((controls) => {
    const dialog = document.querySelector('dialog[open]');
    const shown = [...(dialog ?? document).querySelectorAll<HTMLElement>(controls)].filter(
      (each) => each.checkVisibility({ visibilityProperty: true }) && !each.matches(':disabled, [tabindex="-1"]'),
    );
    // Of radio buttons with one name, Tab comes to one.
    const wanted = shown.filter((each) => {
      if (!(each instanceof HTMLInputElement) || each.type !== 'radio') return true;
      return (
        shown.find((other) => other instanceof HTMLInputElement && other.checked && other.name === each.name) === each
      );
    });
    Object.assign(window, { wanted: new Set(wanted), unseen: [] });
    if (!dialog) (document.activeElement as HTMLElement | null)?.blur();
  }, CONTROLS);
  for (let press = 0; press < MOST_PRESSES; press += 1) {
    await page.keyboard.press('Tab');
    const left = await page.evaluate(() => {
      const { wanted, unseen } = window as unknown as { wanted: Set<Element>; unseen: string[] };
      const focused = document.activeElement;
      if (!focused || !wanted.delete(focused)) return wanted.size;
      const marks = [focused, focused.nextElementSibling, focused.parentElement];
      const isMarked = marks.some((each) => each && getComputedStyle(each).outlineStyle !== 'none');
      if (!isMarked) unseen.push(`focus cannot be seen: ${focused.outerHTML.slice(0, 120)}`);
      return wanted.size;
    });
    if (left === 0) break;
  }
  return page.evaluate(() => {
    const { wanted, unseen } = window as unknown as { wanted: Set<Element>; unseen: string[] };
    const current = [...wanted].filter((each) => each.isConnected);
    return [...unseen, ...current.map((each) => `Tab does not come to: ${each.outerHTML.slice(0, 120)}`)];
  });
}

/** Controls of the screen, or of what is open over it, that cannot be brought into view whole, or that something covers. */
function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate((controls) => {
    const name = (each: Element | null): string => each?.outerHTML.slice(0, 120) ?? 'nothing';
    const root = document.querySelector('dialog[open], :popover-open') ?? document.body;
    const faults: string[] = [];
    for (const control of root.querySelectorAll<HTMLElement>(controls)) {
      control.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
      const { left, right, top, bottom } = control.getBoundingClientRect();
      if (right - left < 2 || !control.checkVisibility({ visibilityProperty: true })) continue;
      if (left < -1 || right > innerWidth + 1) faults.push(`beside the window: ${name(control)}`);
      const hit = document.elementFromPoint((left + right) / 2, (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2);
      const isReached = hit && (control.contains(hit) || control.parentElement?.contains(hit));
      if (!isReached) faults.push(`covered: ${name(control)} by ${name(hit)}`);
    }
    return faults;
  }, CONTROLS);
}

/** States that only a ground of ours tells: with the system's colours, each needs a line or a colour of the system's. */
export function lostInForcedColours(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const tells = (each: Element): boolean => {
      const { outlineStyle, borderBottomStyle, borderBottomWidth, forcedColorAdjust } = getComputedStyle(each);
      const hasLine = borderBottomStyle !== 'none' && Number.parseFloat(borderBottomWidth) > 0;
      const isLined = outlineStyle !== 'none' || hasLine;
      return isLined || forcedColorAdjust === 'none';
    };
    const chosen = document.querySelectorAll(
      '[aria-pressed="true"], [aria-current="true"], .tab[data-state="active"], input[type=radio]:checked + span, progress',
    );
    return [...chosen]
      .filter((each) => each.checkVisibility() && !tells(each) && !tells(each.parentElement ?? each))
      .map((each) => `cannot be told: ${each.outerHTML.slice(0, 120)}`);
  });
}

/** Text that is cut off without a mark that there is more, and parts that have to be scrolled sideways but take no focus to do so. */
function lostText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('dialog[open], :popover-open') ?? document.body;
    const cut = [...root.querySelectorAll<HTMLElement>('*')].filter((each) => {
      const { overflowX, textOverflow } = getComputedStyle(each);
      if (
        overflowX === 'visible' ||
        textOverflow === 'ellipsis' ||
        each.closest('.for-screen-readers, svg, [tabindex="0"]')
      )
        return false;
      return each.checkVisibility() && each.textContent.trim() !== '' && each.scrollWidth > each.clientWidth + 1;
    });
    return cut.map((each) => `cut off: ${each.outerHTML.slice(0, 120)}`);
  });
}

export async function cutOff(page: Page): Promise<string[]> {
  return [...(await outOfReach(page)), ...(await lostText(page))];
}
