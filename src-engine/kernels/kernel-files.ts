// Finds and compiles the kernels that the build left beside the engine, and chooses which vectors they use.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { KernelVariant, VectorChoice } from '../hyperparameters';
import { problem } from '../problem';
import type { KernelSet } from './kernels';
import { loadNativeKernels } from './load-kernels';
import { passesSelfTest, selfTestMemory } from './self-test';
import { NATIVE_VECTORS, VECTORS_LABEL, type NativeKernels, type Vectors } from './vectors';

/** `folder` holds fast.wasm and strict.wasm. Fused multiply-add needs relaxed SIMD, which Node has from version 22 on. */
async function compileWebAssembly(folder: URL, wanted: KernelVariant): Promise<KernelSet> {
  const bytes = await readFile(new URL(`${wanted}.wasm`, folder));
  if (wanted === 'fast' && !WebAssembly.validate(bytes)) return compileWebAssembly(folder, 'strict');
  return { variant: wanted, from: await WebAssembly.compile(bytes) };
}

/** Whether the file is there, loads, the processor has its vectors, and they give WebAssembly's bits. */
function works(native: NativeKernels, variant: KernelVariant): boolean {
  const memory = selfTestMemory();
  try {
    return passesSelfTest(loadNativeKernels(native, variant, memory), memory, variant);
  } catch {
    return false;
  }
}

async function choose(folder: URL, wanted: KernelVariant, vectors: VectorChoice): Promise<KernelSet> {
  const file = fileURLToPath(new URL('native.node', folder));
  const candidates = NATIVE_VECTORS.filter((name) => vectors === 'auto' || vectors === name);
  const usable = candidates.map((name) => ({ file, vectors: name })).find((native) => works(native, wanted));
  if (usable) return { variant: wanted, from: usable };
  if (vectors !== 'auto' && vectors !== 'wasm') {
    throw problem(`This computer cannot use ${VECTORS_LABEL[vectors]} kernels. Choose auto or wasm.`);
  }
  return compileWebAssembly(folder, wanted);
}

/** Throws a `Problem` where vectors are asked for by name and cannot be used. */
export type ChooseKernels = (wanted: KernelVariant, vectors?: VectorChoice) => Promise<KernelSet>;

/** The choice among the kernels of a folder, which may hold native.node too; each is made once, and then told to every thread. */
export function kernelsOf(folder: URL): ChooseKernels {
  const chosen = new Map<string, Promise<KernelSet>>();
  return (wanted, vectors = 'auto') => {
    const key = `${wanted} ${vectors}`;
    const before = chosen.get(key);
    if (before) return before;
    const choice = choose(folder, wanted, vectors);
    chosen.set(key, choice);
    choice.catch(() => chosen.delete(key));
    return choice;
  };
}

/** What a set really uses. */
export function vectorsOf({ from }: KernelSet): Vectors {
  return from instanceof WebAssembly.Module ? 'wasm' : from.vectors;
}
