// Makes an exported page: the one that the build left, with a network, its facts and what writes prompts in its encoding.
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { KernelVariant } from '../hyperparameters';
import type { ChooseKernels } from '../kernels/kernel-files';
import type { Weights } from '../model/weights';
import { writeWholeFile } from '../model/write-whole-file';
import { BLOCKS_MARK, TITLE_MARK, type PageBlock, type PageFacts } from '../protocol/exported-page';
import type { TrainingFacts } from '../protocol/network-choice';
import type { SamplingOptions } from '../protocol/writing';
import { textEncoding } from '../sampling/text-encoding';
import { characterTable } from './character-table';
import { toPlanes } from './planes';

export interface PageParts {
  name: string;
  weights: Weights;
  kernels: KernelVariant;
  encoding: string;
  options: SamplingOptions;
  trained: TrainingFacts | null;
}

const deflated = promisify(deflate);
/** What browsers write by themselves. */
const WITHOUT_TABLE = ['utf-8', 'utf-16le', 'utf-16be'];
const MOST_COMPRESSION = { level: 9 };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const block = (name: PageBlock, content: string): string =>
  `<script type="text/plain" id="${name}">${content}</script>\n`;

async function packed(bytes: Uint8Array): Promise<string> {
  return (await deflated(bytes, MOST_COMPRESSION)).toString('base64');
}

/** (256,H), (H,H) and (H,256), one after the other */
function inOne({ Wxh, Whh, Who }: Weights): Float32Array {
  const all = new Float32Array(Wxh.length + Whh.length + Who.length);
  all.set(Wxh);
  all.set(Whh, Wxh.length);
  all.set(Who, Wxh.length + Whh.length);
  return all;
}

/** `template` is the page of the build. */
export async function encodePage(template: string, { weights, ...rest }: PageParts): Promise<Uint8Array> {
  const { hiddenSize, alphabet } = weights;
  const facts: PageFacts = { ...rest, hiddenSize, alphabet: alphabet && [...alphabet] };
  const { encoding } = rest;
  const table = WITHOUT_TABLE.includes(encoding) ? new Uint8Array() : characterTable(textEncoding(encoding));
  const blocks = [
    // No end of a script may stand in it.
    block('facts', JSON.stringify(facts).replaceAll('<', String.raw`\u003c`)),
    block('characters', await packed(table)),
    block('network', await packed(toPlanes(inOne(weights)))),
  ];
  // Functions, since a dollar sign in what is put in would mean something.
  const page = template.replace(TITLE_MARK, () => escaped(rest.name)).replace(BLOCKS_MARK, () => blocks.join(''));
  return new TextEncoder().encode(page);
}

/** What the build left for it. */
export interface PageSources {
  kernels: ChooseKernels;
  pageTemplate: URL;
}

export const isPageFile = (path: string): boolean => /\.html?$/i.test(path);

/** The page's arithmetic is that of the kernels that this computer writes with. */
export async function writePage(path: string, { kernels, pageTemplate }: PageSources, parts: PageParts): Promise<void> {
  const { variant } = await kernels(parts.kernels);
  await writeWholeFile(path, await encodePage(await readFile(pageTemplate, 'utf8'), { ...parts, kernels: variant }));
}
