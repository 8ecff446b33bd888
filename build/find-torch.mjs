// Finds a Python that has PyTorch, beside which speed and learning are measured.
import { runQuietly } from './run.mjs';

const PYTHONS = ['/usr/bin/python3', 'python3'];

/** Its command; null where none has it. */
export async function findPython() {
  for (const python of PYTHONS) {
    try {
      await runQuietly(python, ['-c', 'import torch']);
      return python;
    } catch {
      // The next one may have it.
    }
  }
  return null;
}
