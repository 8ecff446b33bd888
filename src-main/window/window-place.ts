// Decides where the window opens: where it was, unless that place is no longer on any screen.

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface WindowPlace {
  bounds: Rectangle | null;
  maximized: boolean;
}

export const DEFAULT_SIZE = { width: 1280, height: 800 };
export const LEAST_SIZE = { width: 960, height: 640 };
/** So much of the window has to be on a screen for the user to take hold of it. */
const LEAST_VISIBLE = { width: 160, height: 80 };

function overlap(a: Rectangle, b: Rectangle): { width: number; height: number } {
  return {
    width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  };
}

/** The bounds to open with; without x and y the system centres the window. */
export function placeWindow(remembered: Rectangle | null, workAreas: Rectangle[]): Partial<Rectangle> {
  if (!remembered) return DEFAULT_SIZE;
  const size = {
    width: Math.max(LEAST_SIZE.width, remembered.width),
    height: Math.max(LEAST_SIZE.height, remembered.height),
  };
  const reachable = workAreas.some((area) => {
    const visible = overlap({ ...remembered, ...size }, area);
    return visible.width >= LEAST_VISIBLE.width && visible.height >= LEAST_VISIBLE.height;
  });
  return reachable ? { x: remembered.x, y: remembered.y, ...size } : size;
}
