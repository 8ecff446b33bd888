// A computer without a C++ compiler, or with one that does not work, trains with WebAssembly's kernels; one line says what it would take.
import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { ROOT } from '../../build/project.mjs';
import { runQuietly } from '../../build/run.mjs';
import { kernelsOf } from '../../src-engine/kernels/kernel-files';

function kernelsFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'unroll-kernels-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of ['fast.wasm', 'strict.wasm']) copyFileSync(join(ROOT, 'out', 'kernels', name), join(folder, name));
  // Left from before: other sources, other bits perhaps.
  writeFileSync(join(folder, 'native.node'), 'not a program');
  return folder;
}

const build = (folder, CXX) =>
  runQuietly(process.execPath, ['build/build-native-kernels.mjs', folder], { env: { ...process.env, CXX } });

const broken = (folder) => {
  const file = join(folder, 'c++');
  writeFileSync(file, '#!/bin/sh\necho "fatal error: no headers" >&2\nexit 1\n');
  chmodSync(file, 0o755);
  return file;
};

test.each([
  ['there is none', () => '/nowhere/c++'],
  ['it does not work', broken],
])('where %s', async (_, compilerIn) => {
  const folder = kernelsFolder();
  const said = await build(folder, compilerIn(folder));
  expect(said.trim().split('\n')).toHaveLength(1);
  expect(said).toContain('WebAssembly');
  expect(existsSync(join(folder, 'native.node'))).toBe(false);
  const address = pathToFileURL(`${folder}/`);
  for (const vectors of ['auto', 'wasm']) {
    expect((await kernelsOf(address)('strict', vectors)).from).toBeInstanceOf(WebAssembly.Module);
  }
  await expect(kernelsOf(address)('strict', 'avx2')).rejects.toThrow('This computer cannot use AVX2 kernels.');
});

test('where what is there is no program', async () => {
  expect((await kernelsOf(pathToFileURL(`${kernelsFolder()}/`))('strict')).from).toBeInstanceOf(WebAssembly.Module);
});
