// The terminal command of the program as it ships does, without a display, what the one of a checkout does.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, afterAll, expect, it } from 'vitest';
import { productionExecutable } from './packaged-application';
import { keptFolder } from './temporary-folder';
import { waitUntil } from './wait-until';

/** Below 22, Node fuses only behind a switch: without it, what is not asked to be strict would differ in the last bits. */
const FLAGS = Number(process.versions.node.split('.')[0]) < 22 ? ['--experimental-wasm-relaxed-simd'] : [];
const CHECKOUT = join(import.meta.dirname, '../../out/main/terminal-main.js');
const TEXT = join(import.meta.dirname, '../fixtures/strict-weights.txt');
/** The same on every runtime: multiply, then add, in WebAssembly. */
const SAME_BITS = ['--kernels', 'strict', '--vectors', 'wasm', '--hidden', '24', '--lanes', '4'];

interface Way {
  command: string;
  first: string[];
  folder: string;
}

const { folder: work, remove } = keptFolder();
const ways: { installed: Way; checkout: Way } = {
  installed: { command: '', first: [], folder: join(work, 'installed') },
  checkout: { command: process.execPath, first: [...FLAGS, CHECKOUT], folder: join(work, 'checkout') },
};

/** Nothing of a display, nor of a desktop's message bus. */
const OF_A_DESKTOP = ['DISPLAY', 'WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR'];
const withoutDisplay = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_A_DESKTOP.includes(name)));

function start({ command, first, folder }: Way, words: string[]) {
  const child = spawn(command, [...first, ...words], {
    cwd: folder,
    env: withoutDisplay(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (stdout += piece));
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (stderr += piece));
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
  return { child, ended, said: () => stdout };
}

async function both(words: string[]) {
  const [installed, checkout] = await Promise.all(
    [ways.installed, ways.checkout].map((way) => start(way, words).ended),
  );
  return { installed, checkout };
}

const ofRun = (way: Way, ...parts: string[]): Buffer => readFileSync(join(way.folder, ...parts));

/** How long the run took is in its checkpoint, and in the checksum of that: all the rest has to be the same. */
function withoutTime(checkpoint: Buffer): { header: object; tensors: Buffer } {
  const end = 8 + Number(checkpoint.readBigUInt64LE(0));
  const header = JSON.parse(checkpoint.subarray(8, end).toString()) as { __metadata__: Record<string, string> };
  const { elapsed_ms, checksum, ...metadata } = header.__metadata__;
  expect([elapsed_ms, checksum]).not.toContain(undefined);
  return { header: { ...header, __metadata__: metadata }, tensors: checkpoint.subarray(end) };
}

const launcher = (): string => join(dirname(productionExecutable()), 'bin', 'unroll');
const isHere = process.platform === 'linux';

beforeAll(() => {
  if (!isHere) return;
  ways.installed.command = launcher();
  for (const { folder } of Object.values(ways)) mkdirSync(folder, { recursive: true });
});
afterAll(remove);

it.runIf(isHere)('its help, its mistakes and their exit codes are those of a checkout', async () => {
  const cases: [string[], number][] = [
    [['--help'], 0],
    [['help', 'train'], 0],
    [[], 2],
    [['--version'], 0],
    [['--vers'], 2],
    [['compose'], 2],
    [['train', TEXT, '--hidden', '0'], 2],
    [['train', ''], 2],
    [['train', 'a text that is not there'], 1],
    [['generate', 'a run that is not there', '--json'], 2],
  ];
  for (const [words, code] of cases) {
    const { installed, checkout } = await both(words);
    expect(installed, words.join(' ')).toEqual(checkout);
    expect(installed?.code, words.join(' ')).toBe(code);
  }
});

it.runIf(isHere)(
  'it trains, resumes, writes, evaluates and exports, and all that it leaves is the same to the byte',
  async () => {
    const train = ['train', TEXT, ...SAME_BITS, '--updates', '30', '--stop-after', '20', '--run', 'run', '--json'];
    for (const words of [train, ['resume', 'run', '--json']]) {
      const { installed, checkout } = await both(words);
      expect(installed?.stderr).toBe(checkout?.stderr);
      expect([installed?.code, checkout?.code]).toEqual([0, 0]);
      const kinds = (lines = '') =>
        lines
          .trim()
          .split('\n')
          .map((line) => Object.keys(JSON.parse(line) as object));
      expect(kinds(installed?.stdout)[0]).toEqual(kinds(checkout?.stdout)[0]);
    }
    const checkpoint = (way: Way) => withoutTime(ofRun(way, 'run', 'checkpoints', '30.safetensors'));
    expect(checkpoint(ways.installed)).toEqual(checkpoint(ways.checkout));

    for (const words of [
      ['generate', 'run', '--prompt', 'The ', '--bytes', '300', '--seed', '7', '--vectors', 'wasm'],
      ['evaluate', 'run', TEXT, '--vectors', 'wasm', '--json'],
      ['export', 'run', '--out', 'model.safetensors'],
      ['export', 'run', '--out', 'model.onnx'],
      ['gradients', 'model.safetensors', TEXT, ...SAME_BITS.slice(0, 4), '--out', 'gradients.safetensors', '--json'],
    ]) {
      const { installed, checkout } = await both(words);
      expect(installed, words.join(' ')).toEqual(checkout);
      expect(installed?.code, installed?.stderr).toBe(0);
    }
    for (const file of ['model.safetensors', 'model.onnx', 'gradients.safetensors']) {
      expect(ofRun(ways.installed, file).equals(ofRun(ways.checkout, file)), file).toBe(true);
    }
  },
);

it.runIf(isHere)('Ctrl-C pauses its training, and a reader that goes ends its writing', async () => {
  const words = ['train', TEXT, ...SAME_BITS, '--updates', '100000000', '--run', 'interrupted', '--json'];
  const { child, ended, said } = start(ways.installed, words);
  await waitUntil('it has trained', () => said().split('\n').length > 3);
  child.kill('SIGINT');
  expect((await ended).code).toBe(130);
  const record = JSON.parse(ofRun(ways.installed, 'interrupted', 'run.json').toString()) as { state: string };
  expect(record.state).toBe('paused');
  expect(existsSync(join(ways.installed.folder, 'interrupted', 'checkpoints'))).toBe(true);

  const pipe = `"${launcher()}" generate run --bytes 1000000000 | head -c 10; exit "\${PIPESTATUS[0]}"`;
  const { code, stdout, stderr } = await start({ ...ways.installed, command: 'bash', first: [] }, ['-c', pipe]).ended;
  expect({ code, bytes: Buffer.byteLength(stdout), stderr }).toEqual({ code: 0, bytes: 10, stderr: '' });
});
