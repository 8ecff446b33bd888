// `npm run test:busy [-- N]`: the desktop tests N times (3) while another process keeps every processor busy.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { reportAndFail } from './report-failure.mjs';
import { runInTerminal } from './run.mjs';

/** Ends by itself when whoever started it is gone, however that came. */
const KEEP_BUSY = `
const parent = process.ppid;
const isWatched = () => { try { process.kill(parent, 0); return process.ppid === parent; } catch { return false; } };
const spin = () => {
  const endMs = Date.now() + 200;
  while (Date.now() < endMs);
  if (isWatched()) setImmediate(spin);
};
spin();
`;

const [times = '3'] = process.argv.slice(2);
const busy = Array.from({ length: availableParallelism() }, () =>
  spawn(process.execPath, ['--eval', KEEP_BUSY], { stdio: 'ignore' }),
);
console.log(`${busy.length} processes keep the processors busy.`);
try {
  process.exitCode = await runInTerminal(process.execPath, ['build/test.mjs', 'desktop', '--times', times]);
} catch (error) {
  reportAndFail(error);
} finally {
  for (const child of busy) child.kill('SIGKILL');
}
