// Puts what a benchmark measured into docs/performance.md, between the marks of its name.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ROOT } from './project.mjs';

const PAGE = join(ROOT, 'docs', 'performance.md');

/** `name` as in `<!-- bench:name -->`. */
export async function writeFigures(name, text) {
  const page = readFileSync(PAGE, 'utf8');
  const [begin, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from)
    throw new Error(`docs/performance.md has no ${begin} … ${end} to put the figures between.`);
  const filled = `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`;
  writeFileSync(PAGE, await format(filled, { ...(await resolveConfig(PAGE)), filepath: PAGE }));
}
