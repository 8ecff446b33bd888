// Compiles the AssemblyScript kernels twice: fast (fused multiply-add) and strict (the same bits on every machine).
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = ['maths', 'pack', 'peak', 'product', 'recurrence', 'regularise', 'rows', 'softmax', 'update'].map(
  (name) => `src-engine/kernels/assembly/${name}.ts`,
);
const SHARED = [
  '--optimizeLevel',
  '3',
  '--noAssert',
  '--runtime',
  'stub',
  '--importMemory',
  '--sharedMemory',
  '--initialMemory',
  '1',
  '--maximumMemory',
  '65536',
];
const VARIANTS = { fast: ['--enable', 'relaxed-simd'], strict: [] };

async function compile(variant, folder) {
  const unfinished = join(folder, `${variant}.wasm.${process.pid}`);
  const flags = [
    '--baseDir',
    ROOT,
    '--outFile',
    unfinished,
    '--enable',
    'simd',
    '--enable',
    'threads',
    '--use',
    'abort=',
  ];
  const { error, stderr } = await asc.main([...SOURCES, ...SHARED, ...flags, ...VARIANTS[variant]]);
  if (error) throw new Error(`The ${variant} kernels did not compile.\n${stderr.toString()}`);
  await rename(unfinished, join(folder, `${variant}.wasm`));
}

const folder = join(ROOT, 'out', 'kernels');
await mkdir(folder, { recursive: true });
for (const variant of Object.keys(VARIANTS)) await compile(variant, folder);
