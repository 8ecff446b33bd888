// `npm run test:handover`: what a handover promises, in the long form: also two hosts in network namespaces, the link between them cut and restored.
import { prepareFully } from './prepare.mjs';
import { reportAndFail } from './report-failure.mjs';
import { runInTerminal } from './run.mjs';
import { createTestReport } from './test-report.mjs';
import { toolPath } from './tools.mjs';

try {
  const { reasonAgainst } = await prepareFully(['build', 'torch'], createTestReport(), { say: console.log });
  const reason = reasonAgainst(['build', 'torch']);
  if (reason) throw new Error(reason);
  process.exitCode = await runInTerminal(process.execPath, [toolPath('vitest'), 'run', 'test/handover'], {
    env: { ...process.env, UNROLL_TWO_HOSTS: '1' },
  });
} catch (error) {
  reportAndFail(error);
}
