// Compiles the kernels in C++ with the machine's own compiler: one object for each set of vectors and each variant, linked with what
// calls them. Nothing but the compiler and Node's headers is needed, and the result needs nothing but the C library.
import { accessSync, constants, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { ROOT } from './project.mjs';
import { runQuietly } from './run.mjs';

const SOURCES = join(ROOT, 'src-engine', 'kernels', 'native');

const NAMES = process.platform === 'win32' ? ['clang++'] : ['c++', 'g++', 'clang++'];

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The C++ compiler that CXX names, or the first that there is; null where there is none. */
export function findCompiler(names = process.env.CXX ? [process.env.CXX] : NAMES) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const endings = process.platform === 'win32' ? ['.exe', ''] : [''];
  const places = names.flatMap((name) => (isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name))));
  return places.flatMap((place) => endings.map((ending) => place + ending)).find(isExecutable) ?? null;
}

/** What each architecture's sets of vectors are compiled with. */
const VECTORS = {
  x64: {
    avx2: ['-mavx2', '-mfma'],
    avx512: ['-mavx2', '-mfma', '-mavx512f', '-mavx512dq', '-mavx512vl'],
  },
  arm64: { neon: [] },
};

const VARIANTS = { fast: 1, strict: 0 };

const FLAGS = [
  '-std=c++17',
  '-O3',
  // Fused exactly where multiplyAdd stands: a compiler that fuses what it likes changes bits.
  '-ffp-contract=off',
  '-fno-exceptions',
  '-fno-rtti',
  '-fvisibility=hidden',
  // GCC 12 takes its own headers' undefined vectors for a mistake.
  '-w',
];

const SYSTEM_FLAGS = {
  win32: ['-DNAPI_EXTERN=__declspec(dllimport)'],
  linux: ['-fPIC'],
  darwin: ['-fPIC'],
};

const LINKED = {
  linux: ['-shared', '-static-libgcc', '-Wl,--as-needed', '-Wl,-s'],
  darwin: ['-shared', '-undefined', 'dynamic_lookup'],
  win32: ['-shared', '-static-libgcc', '-nostdlib++', '-Wl,-s'],
};

/** Whether kernels can be made for this system and architecture. */
export function canCompileFor(platform, arch) {
  return platform in LINKED && arch in VECTORS;
}

/** Compiles the sets of an architecture into `folder`; resolves to the objects. `more` comes last among their flags, `every` is for all. */
async function compileSets(compiler, folder, options = {}) {
  const { platform = process.platform, arch = process.arch, every = [], more = [] } = options;
  const jobs = Object.entries(VECTORS[arch]).flatMap(([vectors, flags]) =>
    Object.entries(VARIANTS).map(async ([variant, fused]) => {
      const object = join(folder, `${vectors}-${variant}.o`);
      const names = [`-DVECTORS=${vectors}_${variant}`, `-DTABLE=kernels_${vectors}_${variant}`, `-DFUSED=${fused}`];
      const words = [...every, ...FLAGS, ...SYSTEM_FLAGS[platform], ...flags, ...names, ...more];
      await runQuietly(compiler, [...words, '-c', join(SOURCES, 'kernel-table.cc'), '-o', object]);
      return object;
    }),
  );
  return Promise.all(jobs);
}

/** Makes what Node and Electron load; it is in its place at once or not at all. */
export async function compileAddon(compiler, out, options = {}) {
  const { platform = process.platform, every = [] } = options;
  const folder = mkdtempSync(`${out}-`);
  try {
    const { include_dir: headers } = await import('node-api-headers');
    const addon = join(folder, 'addon.o');
    const [objects] = await Promise.all([
      compileSets(compiler, folder, options),
      runQuietly(compiler, [
        ...every,
        ...FLAGS,
        ...SYSTEM_FLAGS[platform],
        '-I',
        headers,
        '-c',
        join(SOURCES, 'addon.cc'),
        '-o',
        addon,
      ]),
    ]);
    const linked = join(folder, 'native.node');
    await runQuietly(compiler, [...every, ...LINKED[platform], addon, ...objects, '-o', linked]);
    renameSync(linked, out);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes the program that does recorded calls, for an architecture that is only emulated here. */
export async function compileReplay(compiler, out, options = {}) {
  const { platform = process.platform } = options;
  const folder = mkdtempSync(`${out}-`);
  try {
    const objects = await compileSets(compiler, folder, options);
    const main = join(SOURCES, 'replay-main.cc');
    await runQuietly(compiler, [...FLAGS, ...SYSTEM_FLAGS[platform], '-static', main, ...objects, '-o', out]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
