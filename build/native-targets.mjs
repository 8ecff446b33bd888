// Compiles the kernels for a system that need not be this one, for its package: `node build/native-targets.mjs PLATFORM ARCH FILE`.
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileAddon, findCompiler } from './native-compiler.mjs';
import { runQuietly } from './run.mjs';

/** What compiles for a target elsewhere, and the Debian packages that bring it. */
const CROSS = {
  'linux-x64': { names: ['x86_64-linux-gnu-g++'], packages: ['g++-x86-64-linux-gnu'] },
  'linux-arm64': { names: ['aarch64-linux-gnu-g++'], packages: ['g++-aarch64-linux-gnu', 'libc6-dev-arm64-cross'] },
  // GCC misaligns the wide vectors that it stores on Windows' stack.
  'win32-x64': {
    names: ['clang++'],
    headersOf: 'x86_64-w64-mingw32-g++',
    packages: ['clang', 'lld', 'g++-mingw-w64-x86-64-posix'],
  },
};

const APPLE = { x64: 'x86_64', arm64: 'arm64' };

/** Clang for Windows with the headers and libraries of the GCC that Debian has for it, which it does not find by itself. */
async function windowsFlags(gcc) {
  const folder = dirname((await runQuietly(gcc, ['-print-libgcc-file-name'])).trim());
  const headers = [join(folder, 'include', 'c++'), join(folder, 'include', 'c++', 'x86_64-w64-mingw32')];
  const found = headers.flatMap((place) => ['-isystem', place]);
  return [
    '--target=x86_64-w64-windows-gnu',
    '-fuse-ld=lld',
    '-Qunused-arguments',
    ...found,
    `-B${folder}`,
    `-L${folder}`,
  ];
}

/** The compiler and its flags for a target, or what is missing for it. */
async function toolsFor(platform, arch) {
  const isHere = platform === process.platform && arch === process.arch;
  const cross = isHere ? { packages: ['g++'] } : CROSS[`${platform}-${arch}`];
  if (platform === 'darwin' && process.platform === 'darwin') {
    return { compiler: findCompiler(), flags: ['-arch', APPLE[arch]], missing: 'Apple’s command line tools' };
  }
  if (!cross) return { compiler: null, missing: 'a computer of that system' };
  const { names, headersOf, packages } = cross;
  const missing = `Debian’s ${packages.join(' ')}`;
  const gcc = headersOf && findCompiler([headersOf]);
  if (headersOf && !gcc) return { compiler: null, missing };
  return { compiler: findCompiler(names), flags: gcc ? await windowsFlags(gcc) : [], missing };
}

/**
 * Makes the addon for `platform` and `arch` at `out`, which belongs to the package as out/kernels/native.node, outside of its archive.
 * Resolves to null, or to why it cannot be made: that package then trains with WebAssembly.
 */
export async function compileKernelsFor(platform, arch, out) {
  const { compiler, flags, missing } = await toolsFor(platform, arch);
  if (!compiler)
    return `The kernels for ${platform} on ${arch} need ${missing}: without them that package uses WebAssembly.`;
  try {
    await compileAddon(compiler, out, { platform, arch, every: flags });
    return null;
  } catch (error) {
    return `${compiler} could not compile the kernels for ${platform} on ${arch}: ${error.output ?? error.message}`;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [platform, arch, file] = process.argv.slice(2);
  const problem = await compileKernelsFor(platform, arch, resolve(file));
  if (problem) {
    console.error(problem);
    process.exitCode = 1;
  }
}
