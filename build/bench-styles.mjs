// `npm run bench:styles`: a hundred drafts of each bundled network in each style, and what they are made of: words of the text, different
// words, copied stretches, circles. Three drafts of each are printed, to be read; `-- NETWORK TEXT` takes others, `-- --grid` what the styles
// were chosen from.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createServer } from 'vite';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ROOT } from './project.mjs';
import { reportAndFail } from './report-failure.mjs';

const DRAFTS = 100;
const BYTES = 500;
const SHOWN = 3;
const COPIED_BYTES = 20;
/** What is tried beside the styles: what there was without them, and what stands between them. */
const OTHERS = {
  'no style, 0.8': {},
  'no style, 0': { temperature: 0, stopCircling: true },
};

/** Instead of the styles, with `--grid`: what they were chosen from. */
const GRID = [0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9, 1, 1.1].flatMap((temperature) =>
  [0.05, 0.1].map((minP) => ({ temperature, minP })),
);

const words = (text) => text.toLowerCase().match(/\p{L}+/gu) ?? [];
const percent = (share, places = 0) => `${(100 * share).toFixed(places)} %`;

/** The engine's sources, as they are. */
async function engine() {
  const vite = await createServer({ root: ROOT, configFile: false, server: { middlewareMode: true, watch: null } });
  const load = (file) => vite.ssrLoadModule(`/src-engine/${file}`);
  const [{ createGenerator }, { decodeModel }, { DEFAULT_SAMPLING }, { WRITING_STYLES }, { createCopyScan }] =
    await Promise.all(
      ['sampling/generator', 'model/model-file', 'protocol/writing', 'protocol/writing-styles', 'copies/copy-scan'].map(
        (name) => load(`${name}.ts`),
      ),
    );
  const kernels = await (await load('kernels/kernel-files.ts')).kernelsOf(new URL('../out/kernels/', import.meta.url))(
    'fast',
  );
  return {
    createGenerator,
    decodeModel,
    DEFAULT_SAMPLING,
    WRITING_STYLES,
    createCopyScan,
    kernels,
    close: () => vite.close(),
  };
}

/** Which share of all drafts' bytes stand in the text, in stretches of at least COPIED_BYTES. */
function copiedShare({ createCopyScan }, drafts, text) {
  let copied = 0;
  for (const draft of drafts) {
    const scan = createCopyScan(draft, COPIED_BYTES);
    scan.see(text);
    let reached = 0;
    for (const { from, bytes } of scan.copies()) {
      copied += Math.max(0, from + bytes - Math.max(from, reached));
      reached = Math.max(reached, from + bytes);
    }
  }
  return copied / drafts.reduce((sum, { length }) => sum + length, 0);
}

function measure(parts, { weights, prompt, text }, style) {
  const { createGenerator, DEFAULT_SAMPLING, kernels } = parts;
  const known = new Set(words(text.toString('utf8')));
  const drafts = [];
  let circles = 0;
  for (let seed = 1; seed <= DRAFTS; seed++) {
    const options = { ...DEFAULT_SAMPLING, ...style, prompt, seed, bytes: BYTES, validUtf8: true };
    const generator = createGenerator(kernels, weights, options);
    drafts.push(Buffer.from(generator.next(BYTES)));
    if (generator.ending?.kind === 'circling') circles += 1;
  }
  const all = drafts.flatMap((draft) => words(draft.toString('utf8')));
  return {
    known: percent(all.filter((word) => known.has(word)).length / all.length),
    different: percent(
      drafts.reduce((sum, draft) => {
        const own = words(draft.toString('utf8'));
        return sum + new Set(own).size / Math.max(1, own.length);
      }, 0) / DRAFTS,
    ),
    copied: percent(copiedShare(parts, drafts, text), 1),
    circles,
    examples: drafts.slice(0, SHOWN).map((draft) => prompt + draft.toString('utf8')),
  };
}

/** Of the command line, or those that come along. */
function chosenNetworks() {
  const given = process.argv
    .slice(2)
    .filter((word) => !word.startsWith('--'))
    .map((path) => resolve(process.env.INIT_CWD ?? process.cwd(), path));
  if (given.length === 2) return [{ title: given[0], network: given[0], text: given[1], prompt: '' }];
  if (given.length > 0)
    throw new Error('Name a network and its text, or neither: npm run bench:styles -- NETWORK TEXT');
  const samples = join(ROOT, 'out', 'samples');
  const read = (name) => JSON.parse(readFileSync(join(samples, name), 'utf8'));
  const texts = read('samples.json');
  return read('networks.json').map(({ id, file, prompt }) => {
    const { title, file: text } = texts.find((sample) => sample.id === id);
    return { title, network: join(samples, 'networks', file), text: join(samples, text), prompt };
  });
}

try {
  await ensureInstalled();
  await ensureBuilt(undefined, ['kernels', 'samples']);
  const parts = await engine();
  const { style: balanced } = parts.WRITING_STYLES.find(({ name }) => name === 'Balanced');
  const ways = process.argv.includes('--grid')
    ? GRID.map((each) => [`${each.temperature}, min-p ${each.minP}`, { ...balanced, ...each }])
    : [...parts.WRITING_STYLES.map(({ name, style }) => [name, style]), ...Object.entries(OTHERS)];
  for (const { title, network, text, prompt } of chosenNetworks()) {
    const weights = parts.decodeModel(readFileSync(network), network);
    console.log(`\n## ${title}: ${DRAFTS} drafts of ${BYTES} bytes after “${prompt}”\n`);
    console.log('|  | words of the text | different words in a draft | copied, 20 bytes or more | circle |');
    console.log('| --- | --- | --- | --- | --- |');
    const shown = [];
    for (const [name, style] of ways) {
      const { known, different, copied, circles, examples } = measure(
        parts,
        { weights, prompt, text: readFileSync(text) },
        style,
      );
      console.log(`| ${name} | ${known} | ${different} | ${copied} | ${circles} |`);
      shown.push(...examples.map((example) => `\n── ${name} ──\n${example}`));
    }
    console.log(shown.join('\n'));
  }
  await parts.close();
} catch (error) {
  reportAndFail(error);
}
