// An exported page is opened as its own script does, and writes what the application writes: with its kernels, in any encoding, with
// every option; what stands in its blocks cannot get out of them.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { KernelVariant } from '../../src-engine/hyperparameters';
import type { KernelSet } from '../../src-engine/kernels/kernels';
import { initialWeights } from '../../src-engine/model/initialise';
import type { Weights } from '../../src-engine/model/weights';
import { encodePage, type PageParts } from '../../src-engine/pages/page-file';
import { ENCODING_NAMES } from '../../src-engine/protocol/encodings';
import { DEFAULT_SAMPLING, type SamplingOptions } from '../../src-engine/protocol/writing';
import { BALANCED_STYLE, WRITING_STYLES } from '../../src-engine/protocol/writing-styles';
import { createGenerator } from '../../src-engine/sampling/generator';
import { networkStreamOver } from '../../src-engine/sampling/stream-over';
import { encodeText } from '../../src-engine/sampling/text-encoding';
import { pageEncoding } from '../../src-web-page/page-encoding';
import { choosePageKernels, type PageKernelSet } from '../../src-web-page/page-kernels';
import { createPageWriter } from '../../src-web-page/page-writer';
import { readPage } from '../../src-web-page/read-page';

const TEMPLATE = readFileSync(new URL('../../out/web-page/page.html', import.meta.url), 'utf8');
/** The application's, WebAssembly's. */
const kernelSet = (variant: KernelVariant): KernelSet => {
  const bytes = readFileSync(new URL(`../../out/kernels/${variant}.wasm`, import.meta.url));
  return { variant, from: new WebAssembly.Module(bytes) };
};

const BALANCED: SamplingOptions = { ...DEFAULT_SAMPLING, ...BALANCED_STYLE.style };

/** Text-like enough for every filter to have something to do: a few bytes are far likelier than the others. */
function network(hiddenSize: number): Weights {
  const weights = initialWeights(hiddenSize, 7, 'uniform');
  const scaled = (matrix: Float32Array, by: number): Float32Array => matrix.map((value) => by * value);
  // A state that never fades: whatever is not reset, or not continued exactly, shows.
  return { ...weights, Wxh: scaled(weights.Wxh, 3), Whh: scaled(weights.Whh, 4), Who: scaled(weights.Who, 9) };
}

const partsOf = (parts: Partial<PageParts> = {}): PageParts => ({
  name: 'Ahab',
  weights: network(40),
  kernels: 'fast',
  encoding: 'utf-8',
  options: BALANCED,
  trained: null,
  ...parts,
});

const pageOf = async (parts: Partial<PageParts> = {}): Promise<string> =>
  new TextDecoder().decode(await encodePage(TEMPLATE, partsOf(parts)));

const blockOf = (page: string, id: string): string =>
  new RegExp(`<script type="text/plain" id="${id}">([^<]*)</script>`).exec(page)?.[1] ?? '';

/** What the page writes, in one go or gone on with; `without` kernels that its browser cannot load. */
async function written(page: string, options: SamplingOptions, { goOn = 0, without = '' } = {}): Promise<Uint8Array> {
  const { facts, weights, characters } = await readPage((name) => blockOf(page, name));
  const broken = Buffer.from('eJwDAAAAAAE=', 'base64').toString('base64');
  const kernels = await choosePageKernels(facts.kernels, (name) => (name === without ? broken : blockOf(page, name)));
  if (!kernels) throw new Error('There are no kernels.');
  const expected: PageKernelSet = without === '' ? `page-${facts.kernels}` : 'page-by-hand';
  expect(kernels.set).toBe(expected);
  const encoding = pageEncoding(facts.encoding, characters);
  const pieces: Uint8Array[] = [];
  let ended: () => void = () => undefined;
  const writer = createPageWriter(networkStreamOver(kernels.bring, weights), encoding, facts.hiddenSize, {
    onbytes: (bytes) => pieces.push(bytes),
    onend: () => ended(),
  });
  const end = (begin: () => void): Promise<void> =>
    new Promise((resolve) => {
      ended = resolve;
      begin();
    });
  // Another text first: nothing of it stays in mind.
  await end(() => writer.write({ ...options, prompt: 'Something else', bytes: 40 }));
  pieces.length = 0;
  await end(() => writer.write({ ...options, bytes: options.bytes - goOn }));
  if (goOn > 0) await end(() => writer.goOn({ ...options, bytes: goOn }));
  return Buffer.concat(pieces);
}

const wanted = (parts: PageParts, options: SamplingOptions): Uint8Array => {
  const { weights, kernels, encoding } = parts;
  return Buffer.from(createGenerator(kernelSet(kernels), weights, options, { encoding }).next(options.bytes));
};

describe('a page', () => {
  const WAYS: [string, Partial<SamplingOptions>][] = [
    ...WRITING_STYLES.map(({ name, style }): [string, Partial<SamplingOptions>] => [name, style]),
    ['the most likely byte', { temperature: 0 }],
    ['every filter', { topK: 40, topP: 0.9, minP: 0.02, repetitionPenalty: 1.2, validUtf8: true, temperature: 1.3 }],
    ['never and rather', { never: ['e', '/[ab]c/'], rather: [{ text: 'whale', bias: 3 }], temperature: 1.2 }],
  ];
  test.each(WAYS)('writes the application’s bytes: %s', async (_name, chosen) => {
    const options = { ...BALANCED, ...chosen, prompt: 'Call me – ', bytes: 700, seed: 11 };
    const page = await pageOf();
    expect(await written(page, options)).toEqual(wanted(partsOf(), options));
  });

  test.each([
    ['strict', ''],
    ['fast', 'page-fast'],
  ] as const)('writes them with %s kernels, in a browser that cannot load “%s”', async (kernels, without) => {
    const options = { ...BALANCED, bytes: 900, seed: 3, temperature: 1.1 };
    const page = await pageOf({ kernels });
    expect(await written(page, options, { without })).toEqual(wanted(partsOf({ kernels }), options));
  });

  test('that goes on writes what one longer text would have been', async () => {
    const options = { ...BALANCED, prompt: 'It is', bytes: 800, seed: 5, never: ['q'] };
    const page = await pageOf();
    expect(await written(page, options, { goOn: 300 })).toEqual(wanted(partsOf(), options));
  });

  test('writes a network’s own few bytes and no other', async () => {
    const alphabet = Uint8Array.from([10, 32, ...Buffer.from('abcdefghij')]);
    const weights = { ...network(24), alphabet };
    const options = { ...BALANCED, bytes: 400 };
    const text = await written(await pageOf({ weights }), options);
    expect(text).toEqual(wanted(partsOf({ weights }), options));
    expect(text.every((byte) => alphabet.includes(byte))).toBe(true);
  });

  test('of 512 hidden units takes less than 3,000,000 bytes, and every weight comes back as it was', async () => {
    const weights = network(512);
    const page = await pageOf({ weights });
    expect(page.length).toBeLessThan(3_000_000);
    const read = await readPage((name) => blockOf(page, name));
    for (const name of ['Wxh', 'Whh', 'Who'] as const) {
      expect(Buffer.from(read.weights[name].slice().buffer).equals(Buffer.from(weights[name].buffer)), name).toBe(true);
    }
  });

  test('holds nothing but itself: no address, and a policy that lets none be asked', async () => {
    const page = await pageOf();
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/(?:src|href)="(?!data:)/);
    expect(page).not.toMatch(/https?:\/\/|\bfetch\(|XMLHttpRequest|WebSocket|importScripts/);
  });

  test('shows a name and keeps a prompt that would end a script', async () => {
    const name = '</title><script>alert("1")</script> & $& more';
    const prompt = '</script><!-- <script> $1';
    const page = await pageOf({ name, options: { ...BALANCED, prompt } });
    expect(page.match(/<script/g)).toHaveLength(TEMPLATE.match(/<script/g)!.length + 3);
    const { facts } = await readPage((id) => blockOf(page, id));
    expect([facts.name, facts.options.prompt]).toEqual([name, prompt]);
  });

  test('that was cut short says so', async () => {
    const page = await pageOf();
    const damaged = page.replace(/(id="network">[^<]{200})[^<]*/, '$1');
    await expect(readPage((id) => blockOf(damaged, id))).rejects.toThrow();
  });
});

test.each(ENCODING_NAMES)('prompts in %s are written as the application writes them', async (encoding) => {
  const page = await pageOf({ encoding, weights: network(8) });
  const { characters } = await readPage((id) => blockOf(page, id));
  const { encode } = pageEncoding(encoding, characters);
  const texts = [
    'Plain.\n',
    'déjà vu – “œuvre”',
    'Привет',
    'Καλημέρα',
    'שלום',
    'مرحبا',
    '吾輩は猫である',
    '你好世界',
    '안녕하세요',
    'ąžuolas 😀',
  ];
  for (const text of texts) {
    // What the encoding cannot say is left to the reader: every character of it that it can is the same.
    for (const character of text) {
      const own = encodeText(character, encoding);
      const isSaid = new TextDecoder(encoding, { ignoreBOM: true }).decode(own) === character;
      expect(encode(character), `${character} in ${encoding}`).toEqual(isSaid ? own : Uint8Array.of(0x3f));
    }
  }
});
