// `npm run --silent unroll -- ARGS`: the terminal host from a checkout, built when stale, without a word of its own on stdout.
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { reportAndFail } from './report-failure.mjs';
import { runTerminalHost } from './terminal-host.mjs';

try {
  await ensureInstalled();
  await ensureBuilt();
  process.exitCode = await runTerminalHost(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
} catch (error) {
  reportAndFail(error);
}
