// Gives back a canvas's pixels when it is no longer shown. A browser keeps them until it collects garbage, which a page that trains
// for hours seldom does: a change of tabs would leave megabytes.
export function freePixels(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
}
