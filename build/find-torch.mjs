// Finds a Python that has PyTorch, beside which speed and learning are measured, and the kernels of OpenBLAS that suit this processor.
import { runQuietly } from './run.mjs';

/** The system's own first: it has what the system's packages bring. */
export const PYTHONS = ['/usr/bin/python3', 'python3'];
/** An older OpenBLAS takes its oldest kernels on a processor that is newer than itself. */
const KERNELS = ['Haswell', 'Zen', 'SkylakeX', 'Cooperlake', 'SapphireRapids'];
/** Prints how many products a second one thread does. */
const RATE = `
import time, torch
torch.set_num_threads(1)
a, done = torch.rand(768, 768), 0
a @ a
started = time.time()
while time.time() - started < 0.7:
    a @ a
    done += 1
print(done / (time.time() - started))`;

/** Looks without loading, which takes seconds. */
export const HAS_TORCH =
  'import importlib.util as u, sys; sys.exit(0 if u.find_spec("torch") and u.find_spec("numpy") else 1)';

/** Its command; null where none has it. */
export async function findPython(check = 'import torch') {
  for (const python of PYTHONS) {
    try {
      await runQuietly(python, ['-c', check]);
      return python;
    } catch {
      // The next one may have it.
    }
  }
  return null;
}

/** Whatever was set for other purposes is left out. */
function environmentWith(kernels) {
  const env = { ...process.env };
  for (const name of ['OPENBLAS_CORETYPE', 'OPENBLAS_L2_SIZE', 'OPENBLAS_NUM_THREADS']) delete env[name];
  return kernels ? { ...env, OPENBLAS_CORETYPE: kernels } : env;
}

/** The environment in which this Python multiplies fastest: OpenBLAS' own choice, or kernels that it has to be told of. */
export async function torchEnvironment(python) {
  let best = { env: environmentWith(null), rate: 0 };
  for (const kernels of [null, ...KERNELS]) {
    const env = environmentWith(kernels);
    try {
      const rate = Number(await runQuietly(python, ['-c', RATE], { env }));
      if (rate > best.rate) best = { env, rate };
    } catch {
      // The processor lacks what these kernels use.
    }
  }
  return best.env;
}
