// Compiles the AssemblyScript kernels: fast (fused multiply-add) and strict (the same bits on every machine), and what of them an exported
// page writes with, over a memory that no thread shares.
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ALL = ['maths', 'pack', 'peak', 'product', 'recurrence', 'regularise', 'rows', 'softmax', 'update'];
const TO_WRITE = ['maths', 'pack', 'product', 'recurrence', 'rows', 'softmax'];
const IN_THREADS = ['--enable', 'threads', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65536'];
const RELAXED = ['--enable', 'relaxed-simd'];

const PRODUCTS = {
  fast: { sources: ALL, flags: [...IN_THREADS, ...RELAXED] },
  strict: { sources: ALL, flags: IN_THREADS },
  'page-fast': { sources: TO_WRITE, flags: RELAXED },
  // Where there is no relaxed SIMD, or no instruction behind it.
  'page-by-hand': { sources: TO_WRITE, flags: ['--use', 'FUSED_BY_HAND=f32'] },
  'page-strict': { sources: TO_WRITE, flags: [] },
};

async function compile(product, folder) {
  const { sources, flags } = PRODUCTS[product];
  const unfinished = join(folder, `${product}.wasm.${process.pid}`);
  const { error, stderr } = await asc.main([
    ...sources.map((name) => `src-engine/kernels/assembly/${name}.ts`),
    ...['--optimizeLevel', '3', '--noAssert', '--runtime', 'stub', '--importMemory', '--use', 'abort='],
    ...['--baseDir', ROOT, '--outFile', unfinished, '--enable', 'simd'],
    ...flags,
  ]);
  if (error) throw new Error(`The ${product} kernels did not compile.\n${stderr.toString()}`);
  await rename(unfinished, join(folder, `${product}.wasm`));
}

const folder = join(ROOT, 'out', 'kernels');
await mkdir(folder, { recursive: true });
for (const product of Object.keys(PRODUCTS)) await compile(product, folder);
