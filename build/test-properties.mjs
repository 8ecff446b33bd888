// `npm run test:properties [-- FIRST LAST]`: runs the files with property tests once with each seed from FIRST (1) to LAST (50).
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './ensure-built.mjs';
import { ROOT } from './project.mjs';
import { reportAndFail } from './report-failure.mjs';
import { runQuietly } from './run.mjs';
import { toolPath } from './tools.mjs';

const [first = 1, last = 50] = process.argv.slice(2).map(Number);

const filesWithProperties = () =>
  readdirSync(join(ROOT, 'test'), { recursive: true })
    .map((name) => join('test', name))
    .filter((name) => name.endsWith('.test.ts') && readFileSync(join(ROOT, name), 'utf8').includes("'fast-check'"));

/** Resolves to whether all properties hold. */
async function holdWith(seed, files) {
  const env = { ...process.env, UNROLL_PROPERTY_SEED: String(seed), NO_COLOR: '1' };
  try {
    await runQuietly(process.execPath, [toolPath('vitest'), 'run', '--reporter=dot', ...files], { env });
    console.log(`✓ seed ${seed}`);
    return true;
  } catch (error) {
    console.log(`✗ seed ${seed}\n${error.output ?? error.message}`);
    return false;
  }
}

try {
  await ensureBuilt();
  const files = filesWithProperties();
  const failed = [];
  for (let seed = first; seed <= last; seed++) if (!(await holdWith(seed, files))) failed.push(seed);
  console.log(`${files.length} files, seeds ${first} to ${last}: failed with ${failed.join(', ') || 'none'}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
} catch (error) {
  reportAndFail(error);
}
