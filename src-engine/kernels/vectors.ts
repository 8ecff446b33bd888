// The sets of vectors that kernels may be compiled for. All give the same bits, so that a run may go on with any of them.
import type { VectorChoice } from '../hyperparameters';

export type Vectors = Exclude<VectorChoice, 'auto'>;
export type NativeVectors = Exclude<Vectors, 'wasm'>;

export const VECTORS: readonly Vectors[] = ['wasm', 'avx2', 'avx512', 'neon'];

/** The widest first. */
export const NATIVE_VECTORS: readonly NativeVectors[] = ['avx512', 'avx2', 'neon'];

export const VECTORS_LABEL: Record<Vectors, string> = {
  wasm: 'WebAssembly',
  avx2: 'AVX2',
  avx512: 'AVX-512',
  neon: 'NEON',
};

/** f32 in one vector. */
const VECTOR_WIDTH: Record<Vectors, number> = { wasm: 4, neon: 4, avx2: 8, avx512: 16 };

/** Operations of one time of `registerPeak`: twelve vectors, each a multiplication and an addition an element. */
export const peakFlop = (vectors: Vectors): number => 2 * 12 * VECTOR_WIDTH[vectors];

/** Where a thread finds the machine's own kernels. */
export interface NativeKernels {
  file: string;
  vectors: NativeVectors;
}
