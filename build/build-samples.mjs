// Lays out the sample texts that come with the application, and the networks trained on them. Origins and licences: build/samples/README.md.
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './project.mjs';

const PACKAGES = join(ROOT, 'node_modules');

function prose() {
  const folder = join(PACKAGES, '@stdlib', 'datasets-moby-dick', 'data');
  const files = JSON.parse(readFileSync(join(folder, 'file_list.json'), 'utf8'));
  const story = files.filter((file) => file.startsWith('chapter_') || file.startsWith('epilogue'));
  return story.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n\n') + '\n';
}

function* scriptsUnder(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* scriptsUnder(path);
    else if (entry.name.endsWith('.js')) yield path;
  }
}

function code() {
  const licence = readFileSync(join(PACKAGES, 'svelte', 'LICENSE.md'), 'utf8').trim();
  const scripts = [...scriptsUnder(join(PACKAGES, 'svelte', 'src', 'internal', 'client'))];
  return [`/*\n${licence}\n*/`, ...scripts.map((path) => readFileSync(path, 'utf8').trim())].join('\n\n') + '\n';
}

const folder = process.argv[2] ?? join(ROOT, 'out', 'samples');
mkdirSync(folder, { recursive: true });
const source = (file) => join(ROOT, 'build', 'samples', file);
const texts = { prose, code, verse: () => readFileSync(source('verse.txt'), 'utf8') };
// A text has a readable name, which the window and the run show.
for (const { id, file } of JSON.parse(readFileSync(source('samples.json'), 'utf8'))) {
  writeFileSync(join(folder, file), texts[id]());
}
for (const list of ['samples.json', 'networks.json']) copyFileSync(source(list), join(folder, list));
cpSync(source('networks'), join(folder, 'networks'), { recursive: true });
