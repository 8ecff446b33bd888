// `npm run models`: trains the networks that come with the application, from their fixed seeds, into build/samples/networks; with
// --check it only says whether they come out as they are there, bit for bit. Names after it choose some: `npm run models -- prose`.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { formatFile } from './format-file.mjs';
import { ROOT } from './project.mjs';
import { reportAndFail } from './report-failure.mjs';
import { runQuietly } from './run.mjs';
import { flagsForKernels } from './terminal-host.mjs';

const LIST = join(ROOT, 'build', 'samples', 'networks.json');
const FOLDER = join(ROOT, 'build', 'samples', 'networks');

/** The committed hashes that change with every change of the arithmetic: by them a test knows that the networks were made again, too. */
const COMMITTED = join(ROOT, 'test', 'fixtures', 'strict-weights.json');
const arithmetic = () =>
  JSON.parse(readFileSync(COMMITTED, 'utf8'))
    .map(({ sha256 }) => sha256.fast.slice(0, 8))
    .join(' ');

const sha256 = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

function unroll(...words) {
  return runQuietly(process.execPath, [...flagsForKernels(), join(ROOT, 'out', 'main', 'terminal-main.js'), ...words]);
}

/** The network's file in `folder`; `from` is the file of the network whose weights it begins with. */
async function make({ file, settings, resume }, text, from, folder) {
  const run = join(folder, 'run');
  const beginning = from ? ['--init', from] : [];
  const fixed = ['--seed', '1', '--kernels', 'fast', '--run', run, '--json'];
  let output = await unroll('train', text, ...beginning, ...settings.split(' '), ...fixed);
  // A run whose schedule was cut short: it stopped on the way and went on to an earlier end.
  if (resume) output = await unroll('resume', run, ...resume.split(' '), '--json');
  const { kernels } = JSON.parse(readFileSync(join(run, 'run.json'), 'utf8'));
  if (kernels !== 'fast') throw new Error('This machine has no fused multiply-add, by which these networks are made.');
  const made = join(folder, file);
  await unroll('export', run, '--out', made);
  rmSync(run, { recursive: true });
  return { made, measured: JSON.parse(output.trim().split('\n').at(-1)).validation_bits_per_byte };
}

async function makeAll(chosen, isCheck) {
  const networks = JSON.parse(readFileSync(LIST, 'utf8'));
  const samples = JSON.parse(readFileSync(join(ROOT, 'out', 'samples', 'samples.json'), 'utf8'));
  const folder = mkdtempSync(join(tmpdir(), 'unroll-models-'));
  mkdirSync(FOLDER, { recursive: true });
  const others = [];
  try {
    for (const network of networks.filter(({ id }) => chosen.length === 0 || chosen.includes(id))) {
      const text = join(ROOT, 'out', 'samples', samples.find(({ id }) => id === network.id).file);
      const from = networks.find(({ id }) => id === network.from);
      const startedMs = Date.now();
      const { made, measured } = await make(network, text, from && join(FOLDER, from.file), folder);
      const hash = sha256(made);
      const isSame = hash === network.sha256;
      console.log(
        `${network.file}: ${isSame ? 'the same bits' : `other bits, ${hash}`}, ${Math.round((Date.now() - startedMs) / 1000)} s`,
      );
      if (!isSame) others.push(network.file);
      if (isCheck) continue;
      copyFileSync(made, join(FOLDER, network.file));
      const facts = { textSha256: sha256(text), arithmetic: arithmetic(), heldOutBitsPerByte: measured, sha256: hash };
      Object.assign(network, facts);
      writeFileSync(LIST, JSON.stringify(networks, null, 2));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  if (!isCheck) await formatFile(LIST);
  else if (others.length > 0) throw new Error(`Not what is in build/samples/networks: ${others.join(', ')}.`);
}

try {
  const words = process.argv.slice(2);
  await ensureInstalled();
  await ensureBuilt(undefined, ['kernels', 'samples', 'programs']);
  await makeAll(
    words.filter((word) => !word.startsWith('--')),
    words.includes('--check'),
  );
} catch (error) {
  reportAndFail(error);
}
