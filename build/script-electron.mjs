// Gives an Electron that runs a script named on its command line, as the official one does. The pinned one has lost the part
// that reads it there, so a small application in a linked copy of it does that.
import { linkSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cached } from './pinned-package.mjs';

const RUN_THE_SCRIPT = `const { pathToFileURL } = require('node:url');
const script = process.argv.slice(1).find((word) => !word.startsWith('-'));
import(pathToFileURL(script));
`;

function linkAll(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkAll(source, target);
    else linkSync(source, target);
  }
}

function makeFrom(electron) {
  return (folder) => {
    linkAll(electron.folder, folder);
    const application = join(folder, 'resources', 'app');
    mkdirSync(application);
    writeFileSync(join(application, 'package.json'), '{ "main": "run-the-script.cjs" }');
    writeFileSync(join(application, 'run-the-script.cjs'), RUN_THE_SCRIPT);
    return folder;
  };
}

/** Takes what `findElectron` found; resolves to an executable for `executable SCRIPT …`. */
export async function scriptElectron(electron) {
  if (!electron.isPinned) return electron.executable;
  const folder = await cached(`${basename(electron.folder)}-runs-scripts`, makeFrom(electron));
  return join(folder, basename(electron.executable));
}
