// Tests the drafts of a run with a real sampler thread: written, continued, branched, kept, and found again.
import { readFile, readdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { draftFiles } from '../../../src-engine/drafts/draft-record';
import { Drafts } from '../../../src-engine/drafts/drafts';
import { initialWeights } from '../../../src-engine/model/initialise';
import { createGenerator } from '../../../src-engine/sampling/generator';
import { openNetworkStream } from '../../../src-engine/sampling/network-stream';
import { openSampler } from '../../../src-engine/sampling/sampler';
import { DEFAULT_SAMPLING } from '../../../src-engine/protocol/writing';
import { FILES, temporaryFolder } from '../built-engine';
import { toldEvents, type Of } from '../told-events';

const SAMPLER = new URL('../../../out/main/sampler-worker-main.js', import.meta.url);
const OPTIONS = { ...DEFAULT_SAMPLING, prompt: 'Once é', bytes: 900, temperature: 1, seed: 4 };
const NOW = { run: 'run', update: null };
const first = { run: 'run', draft: 'first' };

async function opened(folder: string, update = 7) {
  const kernels = await FILES.kernels('strict');
  const sampler = openSampler(() => Promise.resolve({ fast: kernels, strict: kernels }), SAMPLER);
  onTestFinished(() => sampler.close());
  const weights = initialWeights(24, update, 'uniform');
  const { told, emit, after } = toldEvents();
  const drafts = new Drafts({
    folderOf: () => folder,
    network: () => Promise.resolve({ name: 'Ahab', kernels: 'strict', weights, update }),
    encodingOf: () => Promise.resolve('utf-8'),
    sampler,
    emit,
  });
  /** The draft, once what was asked for is written to its end. */
  const written = async (draft: string, command: () => Promise<unknown>) => {
    const isDone = (event: Of<'draft-changed'>) => event.draft.id === draft && !event.draft.isWriting;
    return (await after(command, 'draft-changed', isDone)).draft;
  };
  return { kernels, weights, told, drafts, after, written };
}

const textOf = (folder: string, draft: string) => readFile(draftFiles(folder, draft).text);

test('a draft streams what the generator makes, prompt first, and is found again with its settings', async () => {
  const folder = await temporaryFolder();
  const { kernels, weights, told, drafts, written } = await opened(folder);
  const summary = await written('first', () => drafts.write(first, NOW, OPTIONS));
  const grown = told.filter((event) => event.kind === 'draft-grew');
  const streamed = Buffer.concat(grown.map(({ bytes }) => bytes));
  const probabilities = new Float32Array(900);
  const expected = createGenerator(kernels, weights, OPTIONS).next(900, probabilities);
  expect(streamed).toEqual(Buffer.concat([Buffer.from('Once é'), expected]));
  expect(grown.flatMap((event) => [...event.probabilities]).slice(7)).toEqual([...probabilities]);
  expect(await textOf(folder, 'first')).toEqual(streamed);
  const again = await opened(folder);
  const { drafts: listed } = await again.after(() => again.drafts.list('run'), 'drafts');
  expect(listed).toEqual([summary]);
  expect(summary).toMatchObject({
    bytes: 907,
    promptBytes: 7,
    parts: [{ update: 7, runName: 'Ahab', options: OPTIONS }],
  });
});

test('going on from the end writes what a longer draft would have said, also after a restart', async () => {
  const folder = await temporaryFolder();
  const { kernels, weights, drafts, written } = await opened(folder);
  await written('first', () => drafts.write(first, NOW, OPTIONS));
  const again = await opened(folder);
  await again.written('first', () =>
    again.drafts.goOn(first, NOW, { ...OPTIONS, bytes: 500, seed: 99, prompt: 'ignored' }),
  );
  const expected = createGenerator(kernels, weights, { ...OPTIONS, bytes: 1400 }).next(1400);
  expect((await textOf(folder, 'first')).subarray(7)).toEqual(Buffer.from(expected));
});

test('another network continues with the same draft, and both are kept', async () => {
  const folder = await temporaryFolder();
  const { drafts, written } = await opened(folder);
  await written('first', () => drafts.write(first, NOW, OPTIONS));
  const later = await opened(folder, 8);
  const goingOn = () => later.drafts.goOn(first, NOW, { ...OPTIONS, bytes: 300 });
  const { parts, bytes } = await later.written('first', goingOn);
  expect(parts.map(({ from, update }) => [from, update])).toEqual([
    [0, 7],
    [907, 8],
  ]);
  expect(bytes).toBe(1207);
  expect((await readdir(join(folder, 'networks'))).length).toBe(2);
  await later.drafts.remove(first);
  expect((await readdir(join(folder, 'networks'))).length).toBe(2);
  await (await opened(folder)).drafts.list('run');
  expect(await readdir(join(folder, 'networks'))).toEqual([]);
});

test('the alternatives at a place are what the network expected there, and a branch continues from one', async () => {
  const folder = await temporaryFolder();
  const { kernels, weights, drafts, after, written } = await opened(folder);
  await written('first', () => drafts.write(first, NOW, OPTIONS));
  const text = await textOf(folder, 'first');
  for (const at of [3, 7, 400, 906]) {
    const asking = () => drafts.alternatives(first, at);
    const { alternatives } = await after(asking, 'alternatives', (event) => event.at === at);
    const stream = openNetworkStream(kernels, weights);
    for (const byte of text.subarray(0, at)) stream.read(byte);
    const probabilities = stream.probabilities(1);
    expect(alternatives.length).toBe(10);
    for (const { bytes, probability } of alternatives) {
      if (bytes.length === 1) expect(probability).toBe(probabilities[bytes[0]!]);
    }
  }
  const branching = () => drafts.branch({ run: 'run', draft: 'other' }, { parent: 'first', at: 400, bytes: [0x5a] });
  const summary = await written('other', branching);
  expect(summary.parent).toEqual({ draft: 'first', at: 400 });
  const branch = await textOf(folder, 'other');
  expect(branch.subarray(0, 401)).toEqual(Buffer.concat([text.subarray(0, 400), Buffer.from('Z')]));
  // Not chosen otherwise, it says what the first said.
  await written('same', () =>
    drafts.branch({ run: 'run', draft: 'same' }, { parent: 'first', at: 400, bytes: [text[400]!] }),
  );
  expect((await textOf(folder, 'same')).subarray(0, 907)).toEqual(text);
});

test('a prompt that was read ahead changes nothing, whether it is taken, too late, or was another one', async () => {
  const folder = await temporaryFolder();
  const { kernels, weights, drafts, written } = await opened(folder);
  const expected = Buffer.from(createGenerator(kernels, weights, OPTIONS).next(900));
  const draftsOf = ['Once é', 'Once é', 'other', 'Once é'];
  for (const [index, prompt] of draftsOf.entries()) {
    await drafts.prepare('run', NOW, prompt);
    const name = { run: 'run', draft: `draft-${index}` };
    await written(name.draft, () => drafts.write(name, NOW, OPTIONS));
    expect((await textOf(folder, name.draft)).subarray(7)).toEqual(expected);
  }
});

test('stop ends a draft soon, and what there is stays', async () => {
  const folder = await temporaryFolder();
  const { drafts, after, written } = await opened(folder);
  const endless = 1_000_000_000;
  const writing = () => drafts.write(first, NOW, { ...OPTIONS, bytes: endless, validUtf8: true });
  await after(writing, 'draft-grew', ({ from }) => from > 2000);
  const { bytes } = await written('first', () => drafts.stop(first));
  expect(bytes).toBeLessThan(endless);
  const text = await textOf(folder, 'first');
  expect(text.length).toBe(bytes);
  expect(() => new TextDecoder('utf-8', { fatal: true }).decode(text)).not.toThrow();
});

test('a draft that a crash has cut off reads up to its last whole byte and continues from there', async () => {
  const folder = await temporaryFolder();
  const { kernels, weights, drafts, written } = await opened(folder);
  await written('first', () => drafts.write(first, NOW, OPTIONS));
  await truncate(draftFiles(folder, 'first').probabilities, 4 * 850 + 3);
  const again = await opened(folder);
  const listed = await again.after(() => again.drafts.list('run'), 'drafts');
  expect(listed.drafts[0]?.bytes).toBe(850);
  await again.written('first', () => again.drafts.goOn(first, NOW, { ...OPTIONS, bytes: 100 }));
  const expected = createGenerator(kernels, weights, { ...OPTIONS, bytes: 943 }).next(943);
  expect((await textOf(folder, 'first')).subarray(7)).toEqual(Buffer.from(expected));
});

test('a damaged record and one of no draft leave the others alone', async () => {
  const folder = await temporaryFolder();
  const { drafts, after, written } = await opened(folder);
  await written('first', () => drafts.write(first, NOW, { ...OPTIONS, bytes: 10 }));
  await writeFile(join(folder, 'torn.json'), '{"format":');
  const listed = await after(() => drafts.list('run'), 'drafts');
  expect(listed.drafts.map(({ id }) => id)).toEqual(['first']);
});

test('exports are the bytes themselves, Markdown with what made them, and JSON with what the network gave each', async () => {
  const folder = await temporaryFolder();
  const { drafts, written } = await opened(folder);
  await written('first', () => drafts.write(first, NOW, { ...OPTIONS, bytes: 200, topK: 30, validUtf8: true }));
  const text = await textOf(folder, 'first');
  const out = join(folder, 'out');
  await drafts.export(first, 'text', out);
  expect(await readFile(out)).toEqual(text);
  await drafts.export(first, 'markdown', out);
  const markdown = await readFile(out, 'utf8');
  for (const line of ['- Model: Ahab, update 7', '- Temperature: 1', '- Top-k: 30', '- Seed: 4', text.toString()])
    expect(markdown).toContain(line);
  await drafts.export(first, 'json', out);
  const json = JSON.parse(await readFile(out, 'utf8')) as {
    bytes: { byte: number; text: string; probability: number | null }[];
  };
  expect(Buffer.from(json.bytes.map(({ byte }) => byte))).toEqual(text);
  expect(json.bytes.map((entry) => entry.text).join('')).toBe(text.toString());
  expect(json.bytes.slice(0, 7).every(({ probability }) => probability === null)).toBe(true);
  expect(json.bytes.slice(7).every(({ probability }) => probability! > 0 && probability! < 1)).toBe(true);
});

test('a draft that was removed is restored as it was, and deleted at the next start', async () => {
  const folder = await temporaryFolder();
  const { drafts, after, written, told } = await opened(folder);
  const before = await written('first', () => drafts.write(first, NOW, OPTIONS));
  const text = await textOf(folder, 'first');
  await drafts.list('run');
  await drafts.remove(first);
  expect((await after(() => drafts.list('run'), 'drafts')).drafts).toEqual([]);
  await drafts.restore(first);
  expect(told.at(-1)).toEqual({ kind: 'draft-changed', run: 'run', draft: before });
  expect(await textOf(folder, 'first')).toEqual(text);
  await drafts.remove(first);
  const again = await opened(folder);
  await again.drafts.list('run');
  await expect(again.drafts.restore(first)).rejects.toThrow('can no longer be restored');
  expect(await readdir(folder)).toEqual(['networks']);
});

test('a draft that circles ends with a word, and how a run is written with is kept', async () => {
  const folder = await temporaryFolder();
  const { drafts, after, written } = await opened(folder);
  const circling = { ...OPTIONS, temperature: 0, stopCircling: true, bytes: 5000 };
  const { sentence, bytes } = await written('first', () => drafts.write(first, NOW, circling));
  expect(sentence).toMatch(/^Generating stopped: the text repeats the same \d+ bytes\./);
  expect(bytes).toBeLessThan(5000);
  expect((await after(() => drafts.list('run'), 'writing-kept')).options).toBeNull();
  await drafts.keep('run', { ...circling, never: ['/a|b/'], rather: [{ text: 'c', bias: -2 }] });
  expect((await after(() => drafts.list('run'), 'writing-kept')).options).toMatchObject({
    never: ['/a|b/'],
    stopCircling: true,
  });
});
