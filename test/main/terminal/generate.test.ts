// Tests `unroll generate` on a model's file: its formats, its filters, and a pipe whose reader is slow or leaves.
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { initialWeights } from '../../../src-engine/model/initialise';
import { encodeModel } from '../../../src-engine/model/model-file';
import { temporaryFolder } from '../../engine/built-engine';

const PROGRAM = fileURLToPath(new URL('../../../out/main/terminal-main.js', import.meta.url));

interface Result {
  code: number | null;
  stdout: Buffer;
  stderr: string;
}

async function modelFile(): Promise<string> {
  const path = join(await temporaryFolder(), 'model.safetensors');
  await writeFile(path, encodeModel(initialWeights(16, 3, 'uniform')));
  return path;
}

function generate(words: string[], watch?: (child: ReturnType<typeof spawn>, bytes: number) => void): Promise<Result> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...process.execArgv, PROGRAM, 'generate', ...words]);
    onTestFinished(() => void child.kill('SIGKILL'));
    const pieces: Buffer[] = [];
    let bytes = 0;
    let stderr = '';
    child.stdout.on('data', (piece: Buffer) => {
      pieces.push(piece);
      bytes += piece.length;
      watch?.(child, bytes);
    });
    child.stderr.on('data', (piece: Buffer) => (stderr += piece.toString()));
    child.on('close', (code) => resolve({ code, stdout: Buffer.concat(pieces), stderr }));
  });
}

test('JSON holds the same bytes as plain text, the prompt before them, and a probability for each that was made', async () => {
  const model = await modelFile();
  const words = [
    model,
    '--bytes',
    '400',
    '--seed',
    '9',
    '--prompt',
    'é',
    '--top-k',
    '50',
    '--repetition-penalty',
    '1.2',
  ];
  const plain = await generate(words);
  const json = JSON.parse((await generate([...words, '--format', 'json'])).stdout.toString()) as {
    bytes: { byte: number; probability: number | null; bits: number | null }[];
  };
  expect(plain.stdout.length).toBe(400);
  expect(Buffer.from(json.bytes.map(({ byte }) => byte))).toEqual(Buffer.concat([Buffer.from('é'), plain.stdout]));
  expect(json.bytes.slice(0, 2).map(({ probability }) => probability)).toEqual([null, null]);
  for (const { probability, bits } of json.bytes.slice(2)) expect(bits).toBeCloseTo(-Math.log2(probability!), 10);
});

test('Markdown says what made the text, which is whole UTF-8 where that is asked for', async () => {
  const model = await modelFile();
  const { stdout } = await generate([
    model,
    '--bytes',
    '300',
    '--utf8',
    '--temperature',
    '1.1',
    '--format',
    'markdown',
  ]);
  const markdown = new TextDecoder('utf-8', { fatal: true }).decode(stdout);
  for (const line of ['- Model: model.safetensors', '- Temperature: 1.1', '- Only valid UTF-8: yes'])
    expect(markdown).toContain(line);
});

test('a stop text ends it', async () => {
  const model = await modelFile();
  const whole = await generate([model, '--bytes', '20000']);
  const stopped = await generate([model, '--bytes', '20000', '--stop', 'e']);
  expect(stopped.stdout).toEqual(whole.stdout.subarray(0, whole.stdout.indexOf('e') + 1));
});

test('a reader that leaves ends it without a word, and one that is slow is waited for', async () => {
  const model = await modelFile();
  for (const format of ['text', 'json']) {
    const words = [model, '--bytes', '1000000000', '--format', format];
    const { code, stderr } = await generate(words, (child, bytes) => {
      if (bytes > 100_000) child.stdout?.destroy();
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  }
});

test('a format or checkpoint that was not found is said in one sentence', async () => {
  const model = await modelFile();
  const format = await generate([model, '--format', 'yaml']);
  expect(format.code).toBe(2);
  expect(format.stderr).toMatch(/text, markdown, json/);
  const checkpoint = await generate([model, '--checkpoint', '5']);
  expect(checkpoint.code).toBe(1);
  expect(checkpoint.stderr).toBe(
    `"model.safetensors" is a file; only a run's folder has checkpoints. Leave --checkpoint out.\n`,
  );
});
