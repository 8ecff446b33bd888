// `npm run bench:profile [-- --write]`: where an update's time goes; --write puts the table into docs/performance.md.
import { cpus } from 'node:os';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ourNode, ourRows, table } from './own-figures.mjs';
import { reportAndFail } from './report-failure.mjs';
import { writeFigures } from './write-figures.mjs';

const percent = (share) => (share * 100).toFixed(1);

function describe(rows) {
  const phases = Object.keys(rows[0]).slice(Object.keys(rows[0]).indexOf('update_ms') + 1);
  const columns = rows.map(({ hidden, threads }) => `H ${hidden}, ${threads} thread${threads > 1 ? 's' : ''}`);
  const rest = (row) => Math.max(0, 1 - phases.reduce((sum, phase) => sum + row[phase], 0));
  return [
    `${cpus()[0].model}. Per cent of an update's time, as the first thread spends it.`,
    '',
    table(
      ['', ...columns],
      [
        ['an update, ms', ...rows.map((row) => row.update_ms.toFixed(1))],
        ...phases.map((phase) => [phase.replace('_', ' '), ...rows.map((row) => percent(row[phase]))]),
        ['outside the kernels', ...rows.map((row) => percent(rest(row)))],
      ],
    ),
  ].join('\n');
}

try {
  await ensureInstalled();
  await ensureBuilt();
  const text = describe(await ourRows(await ourNode(), ['--profile']));
  console.log(text);
  if (process.argv.includes('--write')) await writeFigures('profile', text);
} catch (error) {
  reportAndFail(error);
}
