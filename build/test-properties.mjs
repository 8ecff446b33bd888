// `npm run test:properties [-- FIRST LAST]`: the tests that hold properties, each property with every seed from FIRST (1) to LAST (50).
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './ensure-built.mjs';
import { ROOT } from './project.mjs';
import { reportAndFail } from './report-failure.mjs';
import { runQuietly } from './run.mjs';
import { toolPath } from './tools.mjs';

/** After so many it says how far it is. */
const SEEDS_AT_ONCE = 10;
const [first = 1, last = 50] = process.argv.slice(2).map(Number);

const filesWithProperties = () =>
  readdirSync(join(ROOT, 'test'), { recursive: true })
    .map((name) => join('test', name))
    .filter((name) => name.endsWith('.test.ts') && readFileSync(join(ROOT, name), 'utf8').includes("'fast-check'"));

/** Resolves to whether all properties hold. */
async function holdWith(seeds, files) {
  const env = { ...process.env, UNROLL_PROPERTY_SEEDS: seeds, NO_COLOR: '1' };
  const words = ['run', '--reporter=dot', '--testTimeout=0', ...files];
  try {
    await runQuietly(process.execPath, [toolPath('vitest'), ...words], { env });
    console.log(`✓ seeds ${seeds}`);
    return true;
  } catch (error) {
    console.log(`✗ seeds ${seeds}\n${error.output ?? error.message}`);
    return false;
  }
}

try {
  await ensureBuilt();
  const files = filesWithProperties();
  const failed = [];
  for (let from = first; from <= last; from += SEEDS_AT_ONCE) {
    const seeds = `${from}-${Math.min(last, from + SEEDS_AT_ONCE - 1)}`;
    if (!(await holdWith(seeds, files))) failed.push(seeds);
  }
  console.log(`${files.length} files, seeds ${first} to ${last}: failed with ${failed.join(', ') || 'none'}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
} catch (error) {
  reportAndFail(error);
}
