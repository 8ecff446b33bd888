// Finds and compiles the kernels that the build left beside the engine.
import { readFile } from 'node:fs/promises';
import type { KernelVariant } from '../hyperparameters';

export interface CompiledKernels {
  /** What was really compiled: strict where fast was wanted and the machine has no relaxed SIMD. */
  variant: KernelVariant;
  module: WebAssembly.Module;
}

/** `folder` holds fast.wasm and strict.wasm. Fused multiply-add needs relaxed SIMD, which Node has from version 22 on. */
export async function compileKernels(folder: URL, wanted: KernelVariant): Promise<CompiledKernels> {
  const bytes = await readFile(new URL(`${wanted}.wasm`, folder));
  if (wanted === 'fast' && !WebAssembly.validate(bytes)) return compileKernels(folder, 'strict');
  return { variant: wanted, module: await WebAssembly.compile(bytes) };
}
