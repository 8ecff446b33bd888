// Compiles the kernels for this processor's own vectors, into FOLDER or `out/kernels`. Where that cannot be, WebAssembly's do the same, and one line says what it takes.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { canCompileFor, compileAddon, findCompiler } from './native-compiler.mjs';
import { ROOT } from './project.mjs';

const WHAT_IT_TAKES = {
  linux: 'install a C++ compiler (Debian: sudo apt-get install -y g++)',
  darwin: 'install Apple’s command line tools (xcode-select --install)',
};

const folder = process.argv[2] ?? join(ROOT, 'out', 'kernels');
const out = join(folder, 'native.node');
function without(reason) {
  // What was made for other sources is no longer the same arithmetic.
  rmSync(out, { force: true });
  console.log(`Training uses WebAssembly, which is up to four times slower: ${reason}.`);
}

mkdirSync(folder, { recursive: true });
const compiler = findCompiler();
if (!canCompileFor(process.platform, process.arch)) {
  without(`there are no kernels for ${process.platform} on ${process.arch}`);
} else if (!compiler) {
  without(`for more, ${WHAT_IT_TAKES[process.platform]} and start again`);
} else {
  try {
    await compileAddon(compiler, out);
  } catch (error) {
    const said = (error.output ?? error.message).split('\n').find((line) => /error|fatal/i.test(line)) ?? error.message;
    without(`${compiler} could not compile the kernels (${said.trim()})`);
  }
}
