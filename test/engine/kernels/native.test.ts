// The machine's own kernels give WebAssembly's bits: every kernel, every set of vectors that this processor has, both variants.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { canCompileFor, compileAddon, findCompiler } from '../../../build/native-compiler.mjs';
import { KERNEL_VARIANTS } from '../../../src-engine/hyperparameters';
import { kernelsOf, vectorsOf } from '../../../src-engine/kernels/kernel-files';
import type { Kernels } from '../../../src-engine/kernels/kernels';
import { loadNativeKernels } from '../../../src-engine/kernels/load-kernels';
import { passesSelfTest, selfTestMemory } from '../../../src-engine/kernels/self-test';
import { NATIVE_VECTORS, VECTORS_LABEL, type NativeVectors } from '../../../src-engine/kernels/vectors';
import { FILES, KERNELS_FOLDER } from '../built-engine';
import { kernelsOver } from '../one-thread';
import { doTrial, takeOutcome, trials } from './kernel-calls';
import { beginTrial, TRIAL_PAGES } from './trial';

const FILE = fileURLToPath(new URL('native.node', KERNELS_FOLDER));
const compiler = canCompileFor(process.platform, process.arch) ? findCompiler() : null;
const TRIALS_EACH = 60;

const memoryOf = (pages: number) => new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });

function isHere(vectors: NativeVectors): boolean {
  try {
    loadNativeKernels({ file: FILE, vectors }, 'fast', memoryOf(1));
    return true;
  } catch {
    return false;
  }
}

const here = NATIVE_VECTORS.filter(isHere);
/** Those of this architecture, whether or not this very processor has them. */
const ofArchitecture = NATIVE_VECTORS.filter((vectors) => (vectors === 'neon') === (process.arch === 'arm64'));

const NO_COMPILER = 'there is no C++ compiler (Debian: sudo apt-get install -y g++)';

describe('where there is a compiler', () => {
  test('there are kernels of this processor’s own', ({ skip }) => {
    skip(!compiler, NO_COMPILER);
    expect(existsSync(FILE)).toBe(true);
    if (process.arch === 'arm64') expect(here).toEqual(['neon']);
    else expect(here).not.toContain('neon');
  });

  test('the widest vectors that the processor has are chosen', async ({ skip }) => {
    skip(!compiler, NO_COMPILER);
    for (const variant of KERNEL_VARIANTS) {
      const set = await FILES.kernels(variant);
      expect(vectorsOf(set)).toBe(here[0]);
      expect(set.variant).toBe(variant);
    }
  });
});

test.each(KERNEL_VARIANTS)('what the self-test looks for is what WebAssembly’s %s kernels leave', (variant) => {
  const memory = selfTestMemory();
  expect(passesSelfTest(kernelsOver(memory, variant), memory, variant)).toBe(true);
});

test('the choice is made once, and again only where it could not be made', async () => {
  const choose = kernelsOf(KERNELS_FOLDER);
  expect(choose('strict')).toBe(choose('strict', 'auto'));
  expect(choose('strict', 'wasm')).not.toBe(choose('strict'));
  const missing = NATIVE_VECTORS.find((vectors) => !here.includes(vectors)) ?? 'neon';
  const refused = choose('fast', missing);
  await expect(refused).rejects.toThrow(`This computer cannot use ${VECTORS_LABEL[missing]} kernels.`);
  expect(choose('fast', missing)).not.toBe(refused);
  await expect(choose('fast', missing)).rejects.toThrow('Choose auto or wasm.');
});

const triedKernels = new Set([...trials(TRIALS_EACH)].flatMap(({ trial }) => trial.calls.map(({ name }) => name)));

/** Which trials end otherwise than with WebAssembly's kernels. */
function differences(own: Kernels, ownMemory: WebAssembly.Memory, variant: 'fast' | 'strict'): string[] {
  const memory = memoryOf(TRIAL_PAGES);
  const reference = kernelsOver(memory, variant);
  const found: string[] = [];
  for (const { title, trial } of trials(TRIALS_EACH)) {
    beginTrial(trial, memory.buffer);
    new Uint8Array(ownMemory.buffer).set(new Uint8Array(memory.buffer));
    const given = [doTrial(trial, reference), doTrial(trial, own)];
    const outcomes = [takeOutcome(trial, memory.buffer), takeOutcome(trial, ownMemory.buffer)];
    const isSame =
      given[0]!.every((value, index) => Object.is(value, given[1]![index])) &&
      outcomes[0]!.every((words, index) => Buffer.from(words.buffer).equals(Buffer.from(outcomes[1]![index]!.buffer)));
    if (!isSame) found.push(title);
  }
  return found;
}

describe.each(ofArchitecture)('the %s kernels', (vectors) => {
  const missing = `this processor has no ${VECTORS_LABEL[vectors]}, or ${NO_COMPILER}`;
  beforeEach(({ skip }) => skip(!here.includes(vectors), missing));

  test.each(KERNEL_VARIANTS)('give the bits of WebAssembly’s %s ones, every one of them', (variant) => {
    const memory = memoryOf(TRIAL_PAGES);
    const own = loadNativeKernels({ file: FILE, vectors }, variant, memory);
    expect(Object.keys(own).sort()).toEqual([...triedKernels].sort());
    expect(differences(own, memory, variant)).toEqual([]);
  });

  test.each(KERNEL_VARIANTS)('pass the test before they are used, and the other variant fails it: %s', (variant) => {
    const other = variant === 'fast' ? 'strict' : 'fast';
    for (const [tried, passes] of [
      [variant, true],
      [other, false],
    ] as const) {
      const memory = selfTestMemory();
      const own = loadNativeKernels({ file: FILE, vectors }, tried, memory);
      expect(passesSelfTest(own, memory, variant)).toBe(passes);
    }
  });
});

describe('a compiler that fuses what it likes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'unroll-contract-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('changes bits, and is found out', async ({ skip }) => {
    skip(!compiler, NO_COMPILER);
    const file = join(folder, 'native.node');
    await compileAddon(compiler!, file, { more: ['-ffp-contract=fast'] });
    for (const vectors of here) {
      const memory = memoryOf(TRIAL_PAGES);
      const strict = loadNativeKernels({ file, vectors }, 'strict', memory);
      expect(differences(strict, memory, 'strict').length).toBeGreaterThan(10);
      const fast = loadNativeKernels({ file, vectors }, 'fast', memory);
      expect(differences(fast, memory, 'fast').length).toBeGreaterThan(0);
      const tested = selfTestMemory();
      expect(passesSelfTest(loadNativeKernels({ file, vectors }, 'strict', tested), tested, 'strict')).toBe(false);
    }
  });
});
