// `npm run package`: the unpacked application in dist/production; with UNROLL_TEST_BUILD=1 in dist/test, for the tests.
import { findElectron } from './electron.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ensurePackaged } from './ensure-packaged.mjs';
import { reportAndFail } from './report-failure.mjs';

const say = (line) => console.log(line);

try {
  await ensureInstalled();
  await ensureBuilt((part) => say(`Building: ${part}`));
  const name = process.env.UNROLL_TEST_BUILD === '1' ? 'test' : 'production';
  say(await ensurePackaged(name, await findElectron(say)));
} catch (error) {
  reportAndFail(error);
}
