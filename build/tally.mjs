// Adds up what a long check has shown of one build, so that it can be done a piece at a time.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from './content-hash.mjs';
import { ROOT } from './project.mjs';

const FIGURES = join(ROOT, 'out', 'figures');
const PROGRAM = ['src-engine', 'src-main', 'src-renderer', 'package-lock.json'];

/** All pieces of the present build, this one too. */
export function addToTally(name, piece) {
  const path = join(FIGURES, `${name}-tally.json`);
  const program = contentHash(PROGRAM);
  const before = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
  const pieces = before?.program === program ? [...before.pieces, piece] : [piece];
  mkdirSync(FIGURES, { recursive: true });
  writeFileSync(path, JSON.stringify({ program, pieces }));
  return pieces;
}

export const sumOf = (pieces, value) => pieces.reduce((sum, piece) => sum + value(piece), 0);
