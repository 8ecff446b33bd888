// Fuzzes documents: changed in any way, they are read in part or whole, or refused with a sentence.
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'vitest';
import { extractText, type ExtractionOrder } from '../../src-engine/documents/extract';
import { recognise } from '../../src-engine/documents/recognise';
import { BUILT, temporaryFolder } from '../engine/built-engine';
import { eachCase, orRefused } from './fuzz-cases';
import { mutatedBytes } from './mutate';

const FIXTURES = new URL('../fixtures/documents/', import.meta.url);
const CMAPS = new URL('cmaps/', BUILT).href;

test('a document of any bytes is read or refused', async () => {
  const folder = await temporaryFolder();
  const names = (await readdir(FIXTURES)).filter((name) => /^(pandoc|libreoffice|groff)/.test(name));
  const whole = new Map<string, Buffer>();
  for (const name of names) whole.set(name, await readFile(new URL(name, FIXTURES)));
  // The fonts of a PDF take long.
  const quick = names.filter((name) => !name.endsWith('.pdf'));
  await eachCase(0.01, async (chance, what) => {
    const name = chance.onceIn(20) ? chance.pick(names) : chance.pick(quick);
    const bytes = mutatedBytes(chance, whole.get(name)!);
    const recognised = recognise(bytes.subarray(0, 8192), name);
    const form: ExtractionOrder['form'] = recognised.is === 'document' ? recognised.form : 'plain';
    const [path, target] = [join(folder, 'document'), join(folder, 'text')];
    await writeFile(path, bytes);
    const order = { path, name, form, target, leaveOut: [], cmapsFolder: CMAPS };
    await orRefused(() => extractText(order, () => undefined), `${what}, ${name}`);
    await rm(target, { force: true });
  });
});
