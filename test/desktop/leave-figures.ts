// Leaves what was measured where build/drive-window.mjs takes it from.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const FIGURES_FOLDER = fileURLToPath(new URL('../../out/figures/', import.meta.url));

export function leaveFigures(name: string, lines: string[]): void {
  console.log(lines.join('\n'));
  mkdirSync(FIGURES_FOLDER, { recursive: true });
  writeFileSync(`${FIGURES_FOLDER}${name}.md`, lines.join('\n'));
}
