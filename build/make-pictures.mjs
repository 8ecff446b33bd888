// `npm run docs:pictures`: every picture of the guide. Trains the runs that show what each setting does, and draws them; then takes
// those of the window, which are the gallery's (`npm run screenshots`). Names of settings choose some, and leave the window out.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { drawBars, drawCurves } from './guide/draw-picture.mjs';
import { SETTING_PICTURES } from './guide/setting-pictures.mjs';
import { ROOT } from './project.mjs';
import { reportAndFail } from './report-failure.mjs';
import { runInTerminal, runQuietly } from './run.mjs';
import { flagsForKernels } from './terminal-host.mjs';

const FOLDER = join(ROOT, 'docs', 'guide', 'pictures');
const TEXTS = { prose: 'Moby-Dick.txt', verse: "The Keeper's Year.txt" };
const POINTS = 70;
const SLICES = 100;
/** The result is the same for any number of threads, and one needs no other to be free. */
const ALONE = ['--threads', '1', '--sample-every', '1000000000'];
const AXES = { updates: 'updates', bytes: 'bytes read', seconds: 'seconds' };

async function unroll(...words) {
  const program = join(ROOT, 'out', 'main', 'terminal-main.js');
  const output = await runQuietly(process.execPath, [...flagsForKernels(), program, ...words, '--json']);
  const lines = output.split('\n').filter((line) => line.startsWith('{'));
  return lines.map((line) => JSON.parse(line));
}

/** Means over as many stretches as the picture has room for. */
function thinned(points) {
  const size = Math.max(1, points.length / POINTS);
  const groups = Array.from({ length: Math.min(POINTS, points.length) }, (_, at) =>
    points.slice(Math.floor(at * size), Math.max(Math.floor((at + 1) * size), Math.floor(at * size) + 1)),
  );
  const mean = (group, index) => group.reduce((sum, point) => sum + point[index], 0) / group.length;
  return groups.map((group) => [mean(group, 0), mean(group, 1)]);
}

const bits = (nats) => nats / Math.LN2;

function curvesOf({ draw, x = 'updates' }, { label, printed }) {
  const column = { updates: 'update', bytes: 'bytes', seconds: 'elapsed_seconds' }[x];
  const loss = () =>
    thinned(printed.filter(({ kind }) => kind === 'progress').map((line) => [line[column], bits(line.loss_nats)]));
  const held = () =>
    printed.filter(({ kind }) => kind === 'validation').map((line) => [line.update, line.bits_per_byte]);
  if (draw === 'validation') return [{ label, points: held() }];
  if (draw === 'both')
    return [
      { label: 'training', points: loss(), isFaint: true },
      { label, points: held() },
    ];
  return [{ label, points: loss() }];
}

/** Of all 100 the worst, in bits/byte: where generated text begins, it has to be good too. */
async function worstSlice(run, text) {
  const [found] = await unroll('evaluate', run, text, '--slices', String(SLICES));
  return found.slice_worst_bits_per_byte;
}

async function barOf({ draw }, { label, run, text, printed }) {
  const last = printed.filter(({ kind }) => kind === 'progress').at(-1);
  return { label, value: draw === 'speed' ? last.bytes / last.elapsed_seconds : await worstSlice(run, text) };
}

async function drawPicture(picture, folder) {
  const { setting, draw, x = 'updates', runs, text: name = 'prose' } = picture;
  const text = join(ROOT, 'out', 'samples', TEXTS[name]);
  const curves = [];
  const bars = [];
  for (const [at, { label, words }] of runs.entries()) {
    const run = join(folder, `${setting}-${at}`);
    const printed = await unroll('train', text, ...ALONE, ...words, '--run', run);
    if (draw === 'speed' || draw === 'slices') bars.push(await barOf(picture, { label, run, text, printed }));
    else curves.push(...curvesOf(picture, { label, printed }));
    rmSync(run, { recursive: true });
  }
  const about = `${setting}: ${runs.map(({ label }) => label).join(', ')}`;
  if (draw === 'speed') {
    const told = (value) => `${Math.round(value / 1000)} kB/s`;
    return drawBars({ title: 'Bytes read in a second', about, bars, told });
  }
  if (draw === 'slices') {
    const told = (value) => value.toFixed(2);
    return drawBars({ title: 'Worst of 100 beginnings, bits/byte (less is better)', about, bars, told });
  }
  const measured = draw === 'validation' ? 'Held-out' : draw === 'both' ? 'Training and held-out' : 'Training';
  return drawCurves({ title: `${measured} loss, bits/byte`, about, xTitle: AXES[x], curves });
}

try {
  const chosen = process.argv.slice(2);
  await ensureInstalled();
  await ensureBuilt(undefined, ['kernels', 'samples', 'programs']);
  const folder = mkdtempSync(join(tmpdir(), 'unroll-pictures-'));
  mkdirSync(FOLDER, { recursive: true });
  try {
    for (const picture of SETTING_PICTURES.filter(({ setting }) => chosen.length === 0 || chosen.includes(setting))) {
      writeFileSync(join(FOLDER, `${picture.setting}.svg`), await drawPicture(picture, folder));
      console.log(`docs/guide/pictures/${picture.setting}.svg`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  if (chosen.length === 0) {
    process.exitCode = await runInTerminal(process.execPath, ['build/drive-window.mjs', 'take-screenshots']);
  }
} catch (error) {
  reportAndFail(error);
}
