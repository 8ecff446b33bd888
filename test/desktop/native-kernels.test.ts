// The application as it ships, with all its switches, trains with the machine's own vectors wherever the terminal does.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { kernelsOf, vectorsOf } from '../../src-engine/kernels/kernel-files';
import { doShortRun } from './begin-run';
import { openProduction } from './production-application';
import { temporaryFolder } from './temporary-folder';

const KERNELS = new URL('../../out/kernels/', import.meta.url);

it('a run of the packaged application uses the kernels that this processor can use', async () => {
  const here = vectorsOf(await kernelsOf(KERNELS)('fast'));
  expect(here === 'wasm').toBe(!existsSync(new URL('native.node', KERNELS)));
  const userData = temporaryFolder();
  const { page, quit } = await openProduction(userData);
  onTestFinished(quit);
  await doShortRun(page, 'Own vectors');
  const runs = join(userData, 'runs');
  const records = readdirSync(runs).map((run) => {
    const record = JSON.parse(readFileSync(join(runs, run, 'run.json'), 'utf8')) as {
      kernels: string;
      vectors: string;
    };
    return { kernels: record.kernels, vectors: record.vectors };
  });
  expect(records).toEqual([{ kernels: 'fast', vectors: here }]);
});
