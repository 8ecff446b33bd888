// What pdf.js looks for when it is loaded, though only drawing needs it: a matrix that does nothing. It has to be imported before pdf.js.

/** A constructor. */
function NoMatrix(): void {}

const world = globalThis as { DOMMatrix?: unknown };
world.DOMMatrix ??= NoMatrix;

/** Says that it is there. */
export const hasMatrix = true;
