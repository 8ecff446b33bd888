// `npm run package`: what people install on this system, in dist/installers. Words after `--` are the kinds to make (deb, tar.gz, …)
// or `dir`, the unpacked application alone; `--compression gz` packs faster than xz.
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { findElectron } from './electron.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ensurePackaged } from './ensure-packaged.mjs';
import { ROOT } from './project.mjs';
import { reportAndFail } from './report-failure.mjs';

const say = (line) => console.log(line);

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { compression: { type: 'string', default: 'xz' } },
  });
  await ensureInstalled();
  await ensureBuilt((part) => say(`Building: ${part}`));
  const electron = await findElectron(say);
  const name = process.env.UNROLL_TEST_BUILD === '1' ? 'test' : 'production';
  const executable = await ensurePackaged(name, electron);
  say(executable);
  if (positionals[0] !== 'dir') {
    const { kindsHere, makeInstallers, reasonAgainst } = await import('./packaging/make-installers.mjs');
    const asked = positionals.length > 0 ? positionals : kindsHere();
    const reasons = asked.map((kind) => [kind, reasonAgainst(kind, { canDownload: !electron.isPinned })]);
    for (const [kind, reason] of reasons) if (reason !== null) say(`left out: ${kind}: ${reason}`);
    const kinds = reasons.filter(([, reason]) => reason === null).map(([kind]) => kind);
    const folder = join(ROOT, 'dist', 'installers');
    say(`Making: ${kinds.join(', ')} …`);
    const unpacked = process.platform === 'darwin' ? join(dirname(executable), '../../..') : dirname(executable);
    const made = await makeInstallers({ unpacked, electron, kinds, folder, compression: values.compression });
    for (const path of made) say(relative(ROOT, path));
  }
} catch (error) {
  reportAndFail(error);
}
