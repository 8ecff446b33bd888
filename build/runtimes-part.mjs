// The part of `npm test` that trains with the strict kernels on every runtime there is and compares the weights, bit for bit.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findElectron } from './electron.mjs';
import { PINNED_NODE_VERSION, pinnedNode } from './pinned-node.mjs';
import { ROOT } from './project.mjs';
import { runQuietly } from './run.mjs';

const PROGRAM = join(ROOT, 'out', 'main', 'terminal-main.js');
const TEXT = join(ROOT, 'test', 'fixtures', 'strict-weights.txt');
/** Name, SHA-256 of the weights in hexadecimal, and the words after `unroll train TEXT`. */
const RUNS = JSON.parse(readFileSync(join(ROOT, 'test', 'fixtures', 'strict-weights.json'), 'utf8'));

/** SHA-256 of a model's tensors, without the header before them. */
function weightsHash(file) {
  const bytes = readFileSync(file);
  return createHash('sha256')
    .update(bytes.subarray(8 + Number(bytes.readBigUInt64LE(0))))
    .digest('hex');
}

async function expectSameWeights({ executable, env = {} }, { words, sha256 }) {
  const folder = mkdtempSync(join(tmpdir(), 'unroll-strict-'));
  const unroll = (...parts) => runQuietly(executable, [PROGRAM, ...parts], { env: { ...process.env, ...env } });
  try {
    const run = join(folder, 'run');
    const model = join(folder, 'model.safetensors');
    await unroll('train', TEXT, '--kernels', 'strict', ...words, '--run', run, '--json');
    await unroll('export', run, '--out', model);
    const found = weightsHash(model);
    if (found !== sha256) throw new Error(`The weights are ${found}; they should be ${sha256}.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function electronAsNode(say) {
  const { executable, version } = await findElectron(say);
  return { name: `Electron ${version}`, executable, env: { ELECTRON_RUN_AS_NODE: '1' } };
}

/** `missing` says what Electron cannot be started without here; null where nothing is. */
export async function runOnAllRuntimes(report, say, missing) {
  const runtimes = [{ name: `Node ${process.versions.node}`, executable: process.execPath }];
  if (missing === null) runtimes.push(await electronAsNode(say));
  const isPinnable = process.platform === 'linux' && process.arch === 'x64';
  if (isPinnable) runtimes.push({ name: `Node ${PINNED_NODE_VERSION}`, executable: await pinnedNode() });
  for (const run of RUNS) {
    const nameOn = (runtime) => `strict kernels, ${run.name}: the committed weights on ${runtime}`;
    for (const runtime of runtimes) await report.check(nameOn(runtime.name), () => expectSameWeights(runtime, run));
    if (missing !== null) report.skip(nameOn('Electron'), missing);
    if (!isPinnable) report.skip(nameOn(`Node ${PINNED_NODE_VERSION}`), 'its package is for Linux x64');
  }
}
