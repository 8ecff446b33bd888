// Puts what a command measured into docs/performance.md or docs/reliability.md, between the marks of its name.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatFile } from './format-file.mjs';
import { ROOT } from './project.mjs';

/** `name` as in `<!-- bench:name -->`. */
export async function writeFigures(name, text, document = 'performance') {
  const path = join(ROOT, 'docs', `${document}.md`);
  const page = readFileSync(path, 'utf8');
  const [begin, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from)
    throw new Error(`docs/${document}.md has no ${begin} … ${end} to put the figures between.`);
  const filled = `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`;
  writeFileSync(path, filled);
  await formatFile(path);
}
