// Chooses the kernels that give the application's bits in this browser. Fused multiply-add comes from relaxed SIMD where the browser has
// it and the processor really fuses; else the same single rounding is made by hand.
import type { KernelVariant } from '../src-engine/hyperparameters';
import type { Kernels } from '../src-engine/kernels/kernels';
import type { BringKernels } from '../src-engine/sampling/stream-over';
import { inflated } from './read-page';

export type PageKernelSet = 'page-fast' | 'page-by-hand' | 'page-strict';
/** The deflated module of a set, in base 64. */
export type ReadKernels = (name: PageKernelSet) => string;

const PAGE_BYTES = 65_536;

function bringFrom(module: WebAssembly.Module): BringKernels {
  return (bytes) => {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE_BYTES) });
    const { exports } = new WebAssembly.Instance(module, { env: { memory } });
    return { kernels: exports as unknown as Kernels, buffer: memory.buffer };
  };
}

/** (1 + 2⁻¹²)² - (1 + 2⁻¹¹) is 2⁻²⁴ in one rounding, and 0 in two. */
function fuses(bring: BringKernels): boolean {
  const { kernels, buffer } = bring(PAGE_BYTES);
  const [c, a, panel, scratch] = [1024, 2048, 4096, 8192];
  const numbers = new Float32Array(buffer);
  numbers[a / 4] = 1 + 2 ** -12;
  numbers.fill(1 + 2 ** -12, panel / 4, panel / 4 + 8);
  numbers.fill(-1 - 2 ** -11, c / 4, c / 4 + 8);
  const product = kernels.product as unknown as (...given: number[]) => void;
  product(c, 32, a, 16, panel, 1, 4, 8, 1, scratch);
  return numbers[c / 4] === 2 ** -24;
}

export interface ChosenKernels {
  bring: BringKernels;
  set: PageKernelSet;
}

/** Null where the browser is too old for any. */
export async function choosePageKernels(variant: KernelVariant, read: ReadKernels): Promise<ChosenKernels | null> {
  const wanted: PageKernelSet[] = variant === 'strict' ? ['page-strict'] : ['page-fast', 'page-by-hand'];
  for (const set of wanted) {
    const bytes = await inflated(read(set));
    if (!WebAssembly.validate(bytes)) continue;
    const bring = bringFrom(await WebAssembly.compile(bytes));
    if (set !== 'page-fast' || fuses(bring)) return { bring, set };
  }
  return null;
}
