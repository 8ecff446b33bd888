// `npm run bench:styles -- NETWORK TEXT`: a hundred drafts in each style, and what they are made of: words of the text, different words,
// copied stretches, circles. A draft of each is printed, to be read.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ROOT } from './project.mjs';
import { reportAndFail } from './report-failure.mjs';
import { flagsForKernels } from './terminal-host.mjs';

const DRAFTS = 100;
const BYTES = 500;
/** As `--style` takes them; the last two are what there was without styles. */
const WAYS = [
  ['Careful', ['--style', 'careful']],
  ['Balanced', ['--style', 'balanced']],
  ['Wild', ['--style', 'wild']],
  ['no style, 0.8', []],
  ['no style, 0', ['--temperature', '0', '--stop-circling']],
];

const words = (text) => text.toLowerCase().match(/\p{L}+/gu) ?? [];

async function generate(network, text, seed, options) {
  const program = join(ROOT, 'out', 'main', 'terminal-main.js');
  const given = [network, '--bytes', String(BYTES), '--seed', String(seed), '--utf8', '--check-copies', '--text', text];
  const child = spawn(process.execPath, [...flagsForKernels(), program, 'generate', ...given, ...options]);
  let [draft, told] = ['', ''];
  child.stdout.on('data', (piece) => (draft += piece));
  child.stderr.on('data', (piece) => (told += piece));
  await new Promise((resolve) => child.on('close', resolve));
  const [, copied = '0'] = /([\d.]+) % of the/.exec(told) ?? [];
  return { draft, copied: Number(copied), circles: told.includes('Generating stopped') };
}

async function measure(network, text, options) {
  const known = new Set(words(readFileSync(text, 'utf8')));
  const drafts = [];
  for (let seed = 1; seed <= DRAFTS; seed++) drafts.push(await generate(network, text, seed, options));
  const all = drafts.flatMap(({ draft }) => words(draft));
  const percent = (share) => `${(100 * share).toFixed(0)} %`;
  return {
    known: percent(all.filter((word) => known.has(word)).length / all.length),
    different: percent(new Set(all).size / all.length),
    copied: `${(drafts.reduce((sum, { copied }) => sum + copied, 0) / DRAFTS).toFixed(1)} %`,
    circles: drafts.filter(({ circles }) => circles).length,
    example: drafts[0].draft,
  };
}

try {
  const [network, text] = process.argv.slice(2).map((path) => resolve(process.env.INIT_CWD ?? process.cwd(), path));
  if (!text) throw new Error('Name a network and its text: npm run bench:styles -- NETWORK TEXT');
  await ensureInstalled();
  await ensureBuilt();
  console.log(
    `| ${DRAFTS} drafts of ${BYTES} bytes | words of the text | different words | copied, 20 bytes or more | circle |`,
  );
  console.log('| --- | --- | --- | --- | --- |');
  const examples = [];
  for (const [name, options] of WAYS) {
    const { known, different, copied, circles, example } = await measure(network, text, options);
    console.log(`| ${name} | ${known} | ${different} | ${copied} | ${circles} |`);
    examples.push(`\n── ${name} ──\n${example}`);
  }
  console.log(examples.join('\n'));
} catch (error) {
  reportAndFail(error);
}
