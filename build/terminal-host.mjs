// Starts the built terminal host.
import { join } from 'node:path';
import { ROOT } from './project.mjs';
import { runInTerminal } from './run.mjs';

/** Node has the fast kernels' fused multiply-add behind a flag up to version 21. */
export function flagsForKernels() {
  return Number(process.versions.node.split('.')[0]) < 22 ? ['--experimental-wasm-relaxed-simd'] : [];
}

/** Resolves to its exit code. */
export function runTerminalHost(words, cwd) {
  const program = join(ROOT, 'out', 'main', 'terminal-main.js');
  return runInTerminal(process.execPath, [...flagsForKernels(), program, ...words], { cwd });
}
