// `npm run bench:page`: how large an exported page is and how fast it writes in Chromium, by hidden size; also without relaxed SIMD, as in
// a browser that has none. Beside the clock's time stands the page's own processor time, which a busy machine changes less.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'vite';
import { findElectron } from './electron.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ROOT } from './project.mjs';
import { reportAndFail } from './report-failure.mjs';
import { scriptElectron } from './script-electron.mjs';
import { openDisplay } from './virtual-display.mjs';
import { writeFigures } from './write-figures.mjs';

const HIDDEN_SIZES = [128, 256, 512, 1024];
const BYTES = 6000;

async function pages(folder) {
  const vite = await createServer({ root: ROOT, configFile: false, server: { middlewareMode: true, watch: null } });
  const load = (file) => vite.ssrLoadModule(`/src-engine/${file}.ts`);
  const { encodePage } = await load('pages/page-file');
  const { initialWeights } = await load('model/initialise');
  const { DEFAULT_SAMPLING } = await load('protocol/writing');
  const { BALANCED_STYLE } = await load('protocol/writing-styles');
  const template = readFileSync(join(ROOT, 'out', 'web-page', 'page.html'), 'utf8');
  const made = [];
  for (const hiddenSize of HIDDEN_SIZES) {
    const weights = initialWeights(hiddenSize, 1, 'uniform');
    const options = { ...DEFAULT_SAMPLING, ...BALANCED_STYLE.style, stopCircling: false };
    const parts = { name: 'Page', weights, kernels: 'fast', encoding: 'utf-8', options, trained: null };
    const page = Buffer.from(await encodePage(template, parts)).toString('utf8');
    // A module that no browser takes.
    const byHand = page.replace(/(id="page-fast">)[^<]*/, '$1eJwDAAAAAAE=');
    for (const [name, content] of Object.entries({ fused: page, 'by hand': byHand })) {
      const file = join(folder, `${hiddenSize} ${name}.html`);
      writeFileSync(file, content);
      made.push({ hiddenSize, name, file, bytes: BYTES });
    }
  }
  await vite.close();
  return made;
}

function written(executable, display, made) {
  return new Promise((resolve, reject) => {
    const words = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), join(ROOT, 'build', 'page-window.mjs')];
    const env = { ...process.env, UNROLL_PAGES: JSON.stringify(made), ...(display && { DISPLAY: display.name }) };
    const child = spawn(executable, words, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    let out = '';
    child.stdout.on('data', (piece) => (out += piece));
    child.on('error', reject);
    child.on('close', () =>
      resolve(
        out
          .split('\n')
          .filter((line) => line.startsWith('told '))
          .map((line) => JSON.parse(line.slice(5))),
      ),
    );
  });
}

const whole = (value) => Math.round(value).toLocaleString('en');

const folder = mkdtempSync(join(tmpdir(), 'unroll-pages-'));
try {
  await ensureInstalled();
  await ensureBuilt(undefined, ['kernels', 'web page']);
  const electron = await findElectron(console.error);
  const display = await openDisplay();
  const made = await pages(folder);
  const told = await written(await scriptElectron(electron), display, made);
  display?.close();
  const rows = made.map(({ hiddenSize, name, file }, index) => {
    const { bytes, seconds, processorSeconds, warmedUpBytes } = told[index] ?? {};
    const size = `${(statSync(file).size / 1e6).toFixed(2)} MB`;
    const ofProcessor = whole((bytes + warmedUpBytes) / processorSeconds);
    return `| ${hiddenSize} | ${name} | ${size} | ${whole(bytes / seconds)} | ${ofProcessor} |`;
  });
  const text = [
    `${cpus()[0].model}, Chromium of Electron ${electron.version}, ${whole(BYTES)} bytes, Balanced.`,
    '',
    '| hidden size | multiply-add | page | bytes/s | bytes/s of processor time |',
    '| ---: | --- | ---: | ---: | ---: |',
    ...rows,
  ].join('\n');
  console.log(text);
  await writeFigures('page', text);
} catch (error) {
  reportAndFail(error);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
