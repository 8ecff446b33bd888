// `npm start`: installs and builds what is missing, then opens the application; without a display, shows its main job in the terminal.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { missingLibraries, whatToInstall } from './debian-libraries.mjs';
import { findElectron } from './electron.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ensurePackaged } from './ensure-packaged.mjs';
import { ROOT } from './project.mjs';
import { reportAndFail } from './report-failure.mjs';
import { runInTerminal } from './run.mjs';
import { runTerminalHost } from './terminal-host.mjs';

const say = (line) => console.log(line);

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function openWindow() {
  const electron = await findElectron(say);
  const missing = await missingLibraries(electron.executable);
  if (missing.length > 0) {
    throw new Error(
      `Electron needs libraries that are not here (${missing.join(', ')}); ${await whatToInstall(false)}`,
    );
  }
  // The pinned Electron opens no folder, so it is given the packaged application.
  const command = electron.isPinned ? [await ensurePackaged('production', electron)] : [electron.executable, ROOT];
  // Chromium's sandbox refuses to run as root.
  if (process.platform === 'linux' && process.getuid() === 0) command.push('--no-sandbox');
  // `npm start -- novel.txt` opens it, named from where it was typed.
  command.push(...process.argv.slice(2).map((file) => resolve(process.env.INIT_CWD ?? process.cwd(), file)));
  const [executable, ...parts] = command;
  return runInTerminal(executable, parts);
}

/** Half a minute of training, then a page of what was learned. */
async function showInTerminal() {
  say('No display was found: training on a sample text in the terminal instead.');
  const run = join(mkdtempSync(join(tmpdir(), 'unroll-')), 'run');
  const text = join(ROOT, 'out', 'samples', 'Moby-Dick.txt');
  const trained = await runTerminalHost(['train', text, '--minutes', '0.5', '--run', run], ROOT);
  if (trained !== 0) return trained;
  const prompt = 'Call me ';
  process.stdout.write(`\nWhat it writes now:\n\n${prompt}`);
  const generated = await runTerminalHost(['generate', run, '--prompt', prompt, '--bytes', '600', '--utf8'], ROOT);
  say(`\n\nThe run is kept in ${run}. More: npm run --silent unroll -- --help`);
  return generated;
}

try {
  await ensureInstalled();
  await ensureBuilt((part) => say(`Building: ${part} …`));
  process.exitCode = hasDisplay() ? await openWindow() : await showInTerminal();
} catch (error) {
  reportAndFail(error);
}
