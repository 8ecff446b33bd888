// Brings a set of kernels over one memory: a WebAssembly module's, or those of the machine.
import { createRequire } from 'node:module';
import type { KernelVariant } from '../hyperparameters';
import { problem } from '../problem';
import type { Kernels, KernelSet } from './kernels';
import { VECTORS_LABEL, type NativeKernels, type NativeVectors } from './vectors';

interface Addon {
  /** null where the processor has no such vectors. */
  kernelsOver(memory: Uint8Array, vectors: NativeVectors, isFast: boolean): Kernels | null;
}

/** Throws where the file is not there, cannot be loaded, or the processor has no such vectors. */
export function loadNativeKernels(
  { file, vectors }: NativeKernels,
  variant: KernelVariant,
  memory: WebAssembly.Memory,
): Kernels {
  const { kernelsOver } = createRequire(import.meta.url)(file) as Addon;
  const kernels = kernelsOver(new Uint8Array(memory.buffer), vectors, variant === 'fast');
  if (!kernels) throw problem(`This computer has no ${VECTORS_LABEL[vectors]}.`);
  return kernels;
}

/** `memory` is shared and at most 65,536 pages; the kernels keep nothing in it of their own. */
export function loadKernels({ variant, from }: KernelSet, memory: WebAssembly.Memory): Kernels {
  if (!(from instanceof WebAssembly.Module)) return loadNativeKernels(from, variant, memory);
  const instance = new WebAssembly.Instance(from, { env: { memory } });
  return instance.exports as unknown as Kernels;
}
