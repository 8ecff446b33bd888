// `npm run dev`: the real application on a development build; what changes is built again, and what runs it starts again.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join, resolve } from 'node:path';
import { DEVELOPMENT_BUILD, layOut, openDevelopmentBuild } from './development-build.mjs';
import { developmentElectron } from './development-electron.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ROOT } from './project.mjs';
import { reportAndFail } from './report-failure.mjs';

/** Where a debugger attaches; .vscode/launch.json names the same. */
const PORTS = { page: 9222, main: 9229, engine: 9230 };

const say = (line) => console.log(line);

/** Runs the application, and again whenever it is to restart. Resolves to its exit code once the user quits. */
function runApplication({ executable, words }, env) {
  let child;
  let startsAgain = false;
  const start = (done) => {
    startsAgain = false;
    child = spawn(executable, words, { cwd: ROOT, env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
    child.on('error', (error) => say(error.message));
    child.on('close', (code) => (startsAgain ? start(done) : done(code ?? 1)));
  };
  const ended = new Promise(start);
  const ask = (wish) => child.connected && child.send(wish);
  return {
    ended,
    changed(place) {
      if (startsAgain) return;
      say(place === 'main' ? 'The main process has changed: restarting …' : 'The engine has changed: restarting it …');
      startsAgain = place === 'main';
      ask(startsAgain ? 'quit' : 'restart-engine');
    },
  };
}

function watchKernels(changed) {
  let isAtWork = false;
  let isStale = false;
  const build = async () => {
    isStale = true;
    if (isAtWork) return;
    isAtWork = true;
    while (isStale) {
      isStale = false;
      let isNew = false;
      try {
        await ensureBuilt(
          (part) => {
            isNew = true;
            say(`Building: ${part} …`);
          },
          ['kernels'],
        );
        if (isNew) changed('engine');
      } catch (error) {
        say(`${error.output ?? ''}${error.message}`);
      }
    }
    isAtWork = false;
  };
  for (const folder of ['assembly', 'native'])
    watch(join(ROOT, 'src-engine', 'kernels', folder), { recursive: true }, () => void build());
}

async function develop() {
  await ensureInstalled();
  await ensureBuilt((part) => say(`Building: ${part} …`), ['kernels', 'samples', 'cmaps', 'handover', 'web page']);
  layOut();
  const { executable, words } = await developmentElectron(DEVELOPMENT_BUILD, say);
  let application;
  const changed = (place) => application?.changed(place);
  say('Building: application …');
  const server = await openDevelopmentBuild(changed);
  const env = {
    ...process.env,
    UNROLL_PAGE_SERVER: new URL(server.resolvedUrls.local[0]).origin,
    UNROLL_ENGINE_INSPECTOR: String(PORTS.engine),
  };
  const inspectors = [`--inspect=127.0.0.1:${PORTS.main}`, `--remote-debugging-port=${PORTS.page}`];
  const files = process.argv.slice(2).map((file) => resolve(process.env.INIT_CWD ?? process.cwd(), file));
  application = runApplication({ executable, words: [...words, ...inspectors, ...files] }, env);
  watchKernels(changed);
  // Ctrl-C reaches the application by itself; this process waits until that has saved.
  process.on('SIGINT', () => undefined);
  return application.ended;
}

try {
  // What watches would keep this process alive.
  process.exit(await develop());
} catch (error) {
  reportAndFail(error);
  process.exit();
}
