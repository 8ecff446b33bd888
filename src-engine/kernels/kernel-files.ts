// Finds and compiles the kernels that the build left beside the engine, and chooses which vectors they use.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { KernelVariant, VectorChoice } from '../hyperparameters';
import { problem } from '../problem';
import { loadKernels, type KernelSet } from './load-kernels';
import { passesSelfTest, selfTestMemory } from './self-test';
import { NATIVE_VECTORS, VECTORS_LABEL, type NativeKernels } from './vectors';

async function compileWebAssembly(folder: URL, wanted: KernelVariant): Promise<KernelSet> {
  const bytes = await readFile(new URL(`${wanted}.wasm`, folder));
  if (wanted === 'fast' && !WebAssembly.validate(bytes)) return compileWebAssembly(folder, 'strict');
  return { variant: wanted, module: await WebAssembly.compile(bytes), native: null };
}

/** Whether the file is there, loads, the processor has its vectors, and they give WebAssembly's bits. */
function works(reference: KernelSet, native: NativeKernels): boolean {
  const memories = [selfTestMemory(), selfTestMemory()] as const;
  try {
    const own = loadKernels({ ...reference, native }, memories[1]);
    return passesSelfTest(loadKernels(reference, memories[0]), own, memories);
  } catch {
    return false;
  }
}

/**
 * `folder` holds fast.wasm and strict.wasm, and native.node where it could be built. Fused multiply-add needs relaxed SIMD, which Node
 * has from version 22 on. Throws a `Problem` where the vectors are asked for by name and cannot be used.
 */
export async function compileKernels(
  folder: URL,
  wanted: KernelVariant,
  vectors: VectorChoice = 'auto',
): Promise<KernelSet> {
  const compiled = await compileWebAssembly(folder, wanted);
  if (vectors === 'wasm') return compiled;
  const file = fileURLToPath(new URL('native.node', folder));
  const candidates = NATIVE_VECTORS.filter((name) => vectors === 'auto' || vectors === name);
  const usable = candidates.map((name) => ({ file, vectors: name })).find((native) => works(compiled, native));
  if (!usable && vectors !== 'auto') {
    throw problem(`This computer cannot use ${VECTORS_LABEL[vectors]} kernels. Choose auto or wasm.`);
  }
  return { ...compiled, native: usable ?? null };
}

/** What a set really uses. */
export function vectorsOf({ native }: KernelSet): NativeKernels['vectors'] | 'wasm' {
  return native?.vectors ?? 'wasm';
}
