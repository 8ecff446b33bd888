// Tests what the terminal host says of odd files, odd texts and odd places to write to: one sentence, and the right cause.
import { execFileSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encode } from 'iconv-lite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { needs } from '../../needs';
import { encodeModel } from '../../../src-engine/model/model-file';
import { matrixShapes } from '../../../src-engine/model/weights';
import { initialWeights } from '../../../src-engine/model/initialise';
import { exampleText, temporaryFolder } from '../../engine/built-engine';
import { PROGRAM, runHost } from './terminal-host';

async function fileOf(name: string, bytes: string | Uint8Array): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, bytes);
  return path;
}

const modelFile = () => fileOf('model.safetensors', encodeModel(initialWeights(16, 3, 'uniform')));

/** Finite weights with which every sum is infinite. */
function overflowing(): Promise<string> {
  const [Wxh, Whh, Who] = Object.values(matrixShapes(16)).map(([rows, columns]) =>
    new Float32Array(rows * columns).fill(3e38),
  );
  return fileOf('large.safetensors', encodeModel({ hiddenSize: 16, alphabet: null, Wxh, Whh, Who } as never));
}

const SMALL = ['--hidden', '8', '--lanes', '2', '--truncation', '8', '--updates', '2'];
const ONE_SENTENCE = /^[^\n]+\.\n$/;

describe('a full disk behind standard output', () => {
  test.for(['generate', 'evaluate', '--help'])('ends %s with a sentence', async (command, context) => {
    needs(context, 'linux');
    const full = openSync('/dev/full', 'w');
    onTestFinished(() => closeSync(full));
    const model = await modelFile();
    const words = command === '--help' ? [command] : [command, model];
    if (command === 'evaluate') words.push(await fileOf('text.txt', exampleText(500)));
    const { code, stderr } = await runHost(words, { stdout: full as never });
    expect(stderr).toBe('"standard output" could not be written: the disk is full. Free some space, then try again.\n');
    expect(code).toBe(1);
  });
});

test.each([
  [['train', '']],
  [['evaluate', 'model', '']],
  [['train', 'text', '--run', '']],
  [['export', 'run', '--out', '']],
  [['generate', 'run', '--prompt-file', '']],
])('an empty name is refused as wrong usage: %j', async (words) => {
  const { code, stderr } = await runHost(words);
  expect(code).toBe(2);
  expect(stderr).toMatch(/is empty\. Give the name of a file or a folder\.\n$/);
  expect(stderr).toMatch(ONE_SENTENCE);
});

test('a file where a run’s folder is wanted is called a file', async () => {
  const file = await fileOf('text.txt', exampleText(500));
  const sentence = '"text.txt" is a file; a run is a folder. Choose a folder.\n';
  expect(await runHost(['resume', file])).toMatchObject({ code: 1, stderr: sentence });
  expect(await runHost(['train', file, ...SMALL, '--run', file])).toMatchObject({ code: 1, stderr: sentence });
});

describe('weights so large that sums overflow', () => {
  test.each([
    ['evaluate', []],
    ['evaluate', ['--json']],
    ['evaluate', ['--slices', '2']],
  ])('%s %j ends in a sentence, without a number', async (command, flags) => {
    const text = await fileOf('text.txt', exampleText(2000));
    const { code, stdout, stderr } = await runHost([command, await overflowing(), text, ...flags]);
    expect(stdout.toString()).toBe('');
    expect(stderr).toMatch(/the network's loss is not a finite number/);
    expect(stderr).toMatch(ONE_SENTENCE);
    expect(code).toBe(1);
  });

  test('gradients and probabilities that are not finite are not written', async () => {
    const text = await fileOf('text.txt', exampleText(500));
    const out = join(await temporaryFolder(), 'gradients.safetensors');
    const flags = ['--backprop', 'segment', '--truncation', '4', '--lanes', '2', '--out', out, '--json'];
    const gradients = await runHost(['gradients', await overflowing(), text, ...flags]);
    expect(gradients).toMatchObject({ code: 1, stdout: Buffer.alloc(0) });
    expect(gradients.stderr).toContain('not finite');
    await expect(readFile(out)).rejects.toThrow('ENOENT');
    const generated = await runHost(['generate', await overflowing(), '--bytes', '10', '--format', 'json']);
    expect(generated.code).toBe(1);
    expect(generated.stderr).toContain('too large to be probabilities');
  });
});

describe('a prompt of bytes', () => {
  const PROMPT = Uint8Array.from([0xff, 0x00, 0x41, 0xc3, 0x0a, 0x80]);

  test('is the same from a file, from standard input and from a pipe, and is no text', async () => {
    const [model, file] = [await modelFile(), await fileOf('prompt.bin', PROMPT)];
    const words = ['generate', model, '--bytes', '64', '--seed', '5', '--prompt-file'];
    const fromFile = await runHost([...words, file]);
    expect(fromFile).toMatchObject({ code: 0, stderr: '' });
    expect(fromFile.stdout).toHaveLength(64);
    expect((await runHost([...words, '-'], { input: PROMPT })).stdout).toEqual(fromFile.stdout);
    expect((await runHost([...words, '-'])).stdout).not.toEqual(fromFile.stdout);
    if (process.platform === 'win32') return;
    const piped = execFileSync(
      'bash',
      ['-c', '"$@" <(cat "$FILE")', 'bash', process.execPath, ...process.execArgv, PROGRAM, ...words],
      { env: { ...process.env, FILE: file } },
    );
    expect(piped).toEqual(fromFile.stdout);
  });

  test('given as text and as a file is wrong usage', async () => {
    const words = ['generate', await modelFile(), '--prompt', 'a', '--prompt-file', '-'];
    expect(await runHost(words)).toMatchObject({ code: 2 });
  });

  test('longer than a command line may be is read whole', async () => {
    const [model, file] = [await modelFile(), await fileOf('long.txt', exampleText(300_000))];
    const words = ['generate', model, '--bytes', '1', '--format', 'json', '--prompt-file', file];
    const { code, stdout } = await runHost(words);
    expect(code).toBe(0);
    expect((JSON.parse(stdout.toString()) as { promptBytes: number }).promptBytes).toBe(300_000);
  });
});

describe('what a text’s bytes mean', () => {
  const FRENCH = 'Où était-il allé, ce garçon ? Là-bas, répondit Élise ; l’été fut très chaud.\n'.repeat(20);
  const encodingOf = async (run: string) =>
    (JSON.parse(await readFile(join(run, 'run.json'), 'utf8')) as { text: { encoding: string } }).text.encoding;

  test('is said on standard error as in the window, recorded, and overridden', async () => {
    const text = await fileOf('french.txt', encode(FRENCH, 'windows-1252'));
    const run = join(await temporaryFolder(), 'run');
    const guessed = await runHost(['train', text, ...SMALL, '--json', '--run', run]);
    expect(guessed.stderr).toMatch(/^This text is not UTF-8; it seems to be Western, Windows-1252 or Latin-1\./);
    expect(await encodingOf(run)).toBe('windows-1252');
    const chosen = await runHost(['train', text, ...SMALL, '--json', '--encoding', 'iso-8859-2', '--run', `${run}2`]);
    expect(chosen.stderr).toBe('');
    expect(await encodingOf(`${run}2`)).toBe('iso-8859-2');
  });

  test('stays UTF-8 where a byte is astray, and the notice says where', async () => {
    const text = await fileOf('french.txt', Buffer.concat([Buffer.from(FRENCH), Uint8Array.of(0xff)]));
    const run = join(await temporaryFolder(), 'run');
    const { stderr } = await runHost(['train', text, ...SMALL, '--json', '--run', run]);
    expect(stderr).toContain('This text is UTF-8 but for one byte that is not: in line 21');
    expect(await encodingOf(run)).toBe('utf-8');
  });
});

test('what stands between files is a part of the text, also when the run is resumed', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'a.txt'), exampleText(300));
  await writeFile(join(folder, 'b.txt'), exampleText(300));
  const run = join(await temporaryFolder(), 'run');
  const flags = ['--between-files', 'two-line-ends', '--stop-after', '1', '--json', '--run', run];
  expect(await runHost(['train', folder, ...SMALL, ...flags])).toMatchObject({ code: 0 });
  const { text } = JSON.parse(await readFile(join(run, 'run.json'), 'utf8')) as { text: { bytes: number } };
  expect(text.bytes).toBe(602);
  expect(await runHost(['resume', run, '--json'])).toMatchObject({ code: 0 });
});

test('a long text holds out no more than is useful, and says so', async () => {
  const text = await fileOf('long.txt', Buffer.alloc(100_000_000, 'All work and no play. '));
  const run = join(await temporaryFolder(), 'run');
  const { code, stderr, stdout } = await runHost([
    'train',
    text,
    ...SMALL,
    '--stop-after',
    '1',
    '--json',
    '--run',
    run,
  ]);
  expect(stderr).toBe('"long.txt" is long, so 4% of it is held out instead of 5%.\n');
  expect(stdout.toString()).not.toContain('validation"');
  expect(code).toBe(0);
});
