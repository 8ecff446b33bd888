// Where the tour's card stands: beside the part of the window that it speaks of, inside the window.

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

interface Size {
  width: number;
  height: number;
}

const GAP = 16;

const within = (value: number, most: number): number => Math.max(GAP, Math.min(value, most - GAP));

/**
 * To the right of a part, else to its left, else at the window's right edge, where it hides the least of a part that leaves no room; under the
 * menu bar where there is no part.
 * A corner, in CSS pixels.
 */
export function placeBeside(target: Box | null, card: Size, window: Size): { left: number; top: number } {
  const most = { left: window.width - card.width, top: window.height - card.height };
  if (!target) return { left: within(GAP, most.left), top: within(GAP, most.top) };
  const right = target.left + target.width;
  const top = within(target.top + target.height / 4, most.top);
  if (right + GAP + card.width + GAP <= window.width) return { left: within(right + GAP, most.left), top };
  if (target.left - GAP - card.width >= GAP) return { left: within(target.left - GAP - card.width, most.left), top };
  return { left: within(most.left, most.left), top: within(target.top, most.top) };
}
