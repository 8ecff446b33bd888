// Adds up what a long check has shown of one build, so that it can be done a piece at a time.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from './content-hash.mjs';
import { ROOT } from './project.mjs';

const FIGURES = join(ROOT, 'out', 'figures');
const PROGRAM = ['src-engine', 'src-main', 'src-renderer', 'package-lock.json'];

const pathOf = (name) => join(FIGURES, `${name}-tally.json`);

/** Those of the present build. */
export function piecesOf(name) {
  if (!existsSync(pathOf(name))) return [];
  const { program, pieces } = JSON.parse(readFileSync(pathOf(name), 'utf8'));
  return program === contentHash(PROGRAM) ? pieces : [];
}

/** Answers with all of them. */
export function addToTally(name, piece) {
  const pieces = [...piecesOf(name), piece];
  mkdirSync(FIGURES, { recursive: true });
  writeFileSync(pathOf(name), JSON.stringify({ program: contentHash(PROGRAM), pieces }));
  return pieces;
}

export const sumOf = (pieces, value) => pieces.reduce((sum, piece) => sum + value(piece), 0);
