// The kernels for 64-bit ARM give WebAssembly's bits: cross-compiled and run by an emulator, where the machine has both.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { compileReplay, findCompiler } from '../../../build/native-compiler.mjs';
import { KERNEL_VARIANTS } from '../../../src-engine/hyperparameters';
import { kernelsOver } from '../one-thread';
import { doTrial, takeOutcome, trials } from './kernel-calls';
import { beginTrial, TRIAL_PAGES, type Trial } from './trial';

const compiler = findCompiler(['aarch64-linux-gnu-g++']);
const emulator = findCompiler(['qemu-aarch64', 'qemu-aarch64-static']);
const missing = [
  compiler ? [] : ['g++-aarch64-linux-gnu', 'libc6-dev-arm64-cross'],
  emulator ? [] : ['qemu-user'],
].flat();
const TRIALS_EACH = 10;

function bytesOf({ calls }: Trial, memory: Uint8Array): Buffer {
  const words = (...numbers: number[]) => Buffer.from(Uint32Array.from(numbers).buffer);
  const written = calls.map(({ name, given }) =>
    Buffer.concat([
      Buffer.from(name.padEnd(32, '\0')),
      words(given.length),
      Buffer.from(Float64Array.from(given).buffer),
    ]),
  );
  return Buffer.concat([words(memory.length), memory, words(calls.length), ...written]);
}

/** Node 20 has no Map.groupBy. */
function kinds(): Map<string, { title: string; trial: Trial }[]> {
  const found = new Map<string, { title: string; trial: Trial }[]>();
  for (const each of trials(TRIALS_EACH)) {
    const kind = each.title.split(' ')[0] ?? '';
    found.set(kind, [...(found.get(kind) ?? []), each]);
  }
  return found;
}

const isMissing = missing.length > 0;
const reason = `it needs ${missing.join(' ')} (Debian: sudo apt-get install -y ${missing.join(' ')})`;

describe('the NEON kernels', () => {
  const folder = mkdtempSync(join(tmpdir(), 'unroll-neon-'));
  const program = join(folder, 'replay');
  beforeAll(async () => {
    if (!isMissing) await compileReplay(compiler!, program, { platform: 'linux', arch: 'arm64' });
  });
  beforeEach(({ skip }) => skip(isMissing, reason));
  const replay = (variant: string, input: Buffer) =>
    execFileSync(emulator!, ['-L', '/usr/aarch64-linux-gnu', program, variant], { input, maxBuffer: 2 ** 28 });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(KERNEL_VARIANTS)('give the bits of WebAssembly’s %s ones, every one of them', (variant) => {
    const memory = new WebAssembly.Memory({ initial: TRIAL_PAGES, maximum: TRIAL_PAGES, shared: true });
    const bytes = new Uint8Array(memory.buffer);
    const reference = kernelsOver(memory, variant);
    const found: string[] = [];
    // All of a kind in one start of the emulator, which translates each kernel once.
    for (const kind of kinds().values()) {
      const begun = kind.map(({ trial }) => {
        beginTrial(trial, memory.buffer);
        return new Uint8Array(bytes);
      });
      let answer = replay(variant, Buffer.concat(kind.map(({ trial }, index) => bytesOf(trial, begun[index]!))));
      for (const [index, { title, trial }] of kind.entries()) {
        bytes.set(begun[index]!);
        const expected = doTrial(trial, reference);
        const own = takeOutcome(trial, new Uint8Array(answer.subarray(0, bytes.length)).buffer);
        answer = answer.subarray(bytes.length);
        const given = expected.map((_, call) => answer.readDoubleLE(8 * call));
        answer = answer.subarray(8 * expected.length);
        const isSame =
          expected.every((value, call) => Object.is(value, given[call])) &&
          takeOutcome(trial, memory.buffer).every((words, part) =>
            Buffer.from(words.buffer).equals(Buffer.from(own[part]!.buffer)),
          );
        if (!isSame) found.push(title);
      }
      expect(answer.length).toBe(0);
    }
    expect(found).toEqual([]);
  });
});
