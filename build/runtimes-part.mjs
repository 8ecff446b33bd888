// The part of `npm test` that trains with both variants of the kernels, on every runtime there is, and compares the weights bit for bit.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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

/** SHA-256 of a model's tensors, without the header before them. */
function weightsHash(file) {
  const bytes = readFileSync(file);
  return createHash('sha256')
    .update(bytes.subarray(8 + Number(bytes.readBigUInt64LE(0))))
    .digest('hex');
}

async function expectSameWeights({ executable, env = {}, flags = [] }, { words, sha256 }, { kernels, vectors }) {
  const folder = mkdtempSync(join(tmpdir(), 'unroll-weights-'));
  const unroll = (...parts) =>
    runQuietly(executable, [...flags, PROGRAM, ...parts], { env: { ...process.env, ...env } });
  try {
    const run = join(folder, 'run');
    const model = join(folder, 'model.safetensors');
    await unroll('train', TEXT, '--kernels', kernels, '--vectors', vectors, ...words, '--run', run, '--json');
    await unroll('export', run, '--out', model);
    const found = weightsHash(model);
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
