// Steps the page's zoom as browsers do, and remembers it.
import type { WebContents } from 'electron';

const STEPS_PERCENT = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300];
const ACTUAL_SIZE_PERCENT = 100;

export type ZoomDirection = 'in' | 'out' | 'reset';

/** The next step from any percentage, also from one between two steps. */
export function nextZoomPercent(percent: number, direction: ZoomDirection): number {
  if (direction === 'reset') return ACTUAL_SIZE_PERCENT;
  const further = direction === 'in' ? STEPS_PERCENT.filter((step) => step > percent) : [];
  const nearer = direction === 'out' ? STEPS_PERCENT.filter((step) => step < percent) : [];
  return further[0] ?? nearer.at(-1) ?? percent;
}

export interface ZoomMemory {
  get(key: 'zoomPercent'): number;
  set(key: 'zoomPercent', percent: number): void;
}

/** Chromium keeps a zoom of its own for each address; ours is set again at every load. */
export function applyZoom(contents: WebContents, memory: ZoomMemory): void {
  contents.setZoomFactor(memory.get('zoomPercent') / 100);
}

export function changeZoom(contents: WebContents, memory: ZoomMemory, direction: ZoomDirection): void {
  memory.set('zoomPercent', nextZoomPercent(memory.get('zoomPercent'), direction));
  applyZoom(contents, memory);
}
