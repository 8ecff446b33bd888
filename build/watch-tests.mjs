// `npm run test:watch`: the unit tests again whenever what they test has changed; only what they start and load is built.
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { reportAndFail } from './report-failure.mjs';
import { runInTerminal } from './run.mjs';
import { toolPath } from './tools.mjs';

try {
  await ensureInstalled();
  await ensureBuilt(
    (part) => console.log(`Building: ${part} …`),
    ['kernels', 'samples', 'cmaps', 'handover', 'web page', 'programs'],
  );
  const words = ['watch', '--config', 'vitest.config.ts', ...process.argv.slice(2)];
  process.exitCode = await runInTerminal(process.execPath, [toolPath('vitest'), ...words]);
} catch (error) {
  reportAndFail(error);
}
