// The part of `npm test` that trains with both variants of the kernels, on every runtime there is, and compares the weights bit for bit.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PINNED_NODE_VERSION } from './pinned-node.mjs';
import { ROOT } from './project.mjs';
import { runQuietly } from './run.mjs';
import { flagsForKernels } from './terminal-host.mjs';

const PROGRAM = join(ROOT, 'out', 'main', 'terminal-main.js');
const TEXT = join(ROOT, 'test', 'fixtures', 'strict-weights.txt');
/** Name, SHA-256 of the weights in hexadecimal for each variant, and the words after `unroll train TEXT`. */
const RUNS = JSON.parse(readFileSync(join(ROOT, 'test', 'fixtures', 'strict-weights.json'), 'utf8'));

/** SHA-256 of a checkpoint's weights, one matrix after the other. */
function weightsHash(file) {
  const bytes = readFileSync(file);
  const data = 8 + Number(bytes.readBigUInt64LE(0));
  const header = JSON.parse(bytes.toString('utf8', 8, data));
  const hash = createHash('sha256');
  for (const name of ['Wxh', 'Whh', 'Who']) {
    const [begin, end] = header[name].data_offsets;
    hash.update(bytes.subarray(data + begin, data + end));
  }
  return hash.digest('hex');
}

/** The only checkpoint but the first: training has saved where it ended. */
function newestCheckpoint(run) {
  const folder = join(run, 'checkpoints');
  const updates = readdirSync(folder).map((name) => Number.parseInt(name, 10));
  return join(folder, `${Math.max(...updates)}.safetensors`);
}

async function expectSameWeights({ executable, env = {}, flags = [] }, { words, sha256 }, { kernels, vectors }) {
  const folder = mkdtempSync(join(tmpdir(), 'unroll-weights-'));
  try {
    const run = join(folder, 'run');
    const chosen = ['--kernels', kernels, '--vectors', vectors, ...words];
    const all = [...flags, PROGRAM, 'train', TEXT, ...chosen, '--run', run, '--json'];
    await runQuietly(executable, all, { env: { ...process.env, ...env } });
    const found = weightsHash(newestCheckpoint(run));
    if (found !== sha256[kernels]) throw new Error(`The weights are ${found}; they should be ${sha256[kernels]}.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The widest vectors that the machine has, and none of its own. */
const VECTORS = { auto: 'the widest vectors', wasm: 'WebAssembly' };

function waysOf({ sha256 }) {
  return Object.keys(sha256).flatMap((kernels) => Object.keys(VECTORS).map((vectors) => ({ kernels, vectors })));
}

/** A Node that lacks what WebAssembly's fast kernels need still trains with fast ones of the machine's own. */
function withoutRelaxedSimd() {
  if (flagsForKernels().length === 0) return [];
  const missing = existsSync(join(ROOT, 'out', 'kernels', 'native.node')) ? undefined : 'there is no C++ compiler';
  const only = ({ kernels, vectors }) => kernels === 'fast' && vectors === 'auto';
  return [{ name: `Node ${process.versions.node} without relaxed SIMD`, executable: process.execPath, missing, only }];
}

/** `values` and `reasonAgainst` are what `prepare` resolves to. */
export async function runOnAllRuntimes(report, { values, reasonAgainst }) {
  const { electron, pinnedNode } = values;
  const runtimes = [
    { name: `Node ${process.versions.node}`, executable: process.execPath, flags: flagsForKernels() },
    {
      name: electron ? `Electron ${electron.version}` : 'Electron',
      executable: electron?.executable,
      env: { ELECTRON_RUN_AS_NODE: '1' },
      missing: reasonAgainst(['electron']),
    },
    { name: `Node ${PINNED_NODE_VERSION}`, executable: pinnedNode, missing: reasonAgainst(['pinnedNode']) },
    ...withoutRelaxedSimd(),
  ];
  for (const run of RUNS) {
    for (const chosen of waysOf(run)) {
      const what = `${chosen.kernels} kernels with ${VECTORS[chosen.vectors]}, ${run.name}`;
      for (const runtime of runtimes.filter(({ only }) => !only || only(chosen))) {
        const name = `${what}: the committed weights on ${runtime.name}`;
        if (runtime.missing) report.skip(name, runtime.missing);
        else await report.check(name, () => expectSameWeights(runtime, run, chosen));
      }
    }
  }
}
