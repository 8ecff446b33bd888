import { spawn } from 'node:child_process';
import { chmod, mkdir, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { version } from '../../../package.json';
import { device } from '../../fixtures/device';
import { decodeModel } from '../../../src-engine/model/model-file';
import { encodeOnnx } from '../../../src-engine/model/onnx-file';
import { decodeSafetensors } from '../../../src-engine/model/safetensors';
import { goldenCases, worstShare, type GoldenCase } from '../../fixtures/golden';
import { exampleText, temporaryFolder } from '../../engine/built-engine';

const PROGRAM = fileURLToPath(new URL('../../../out/main/terminal-main.js', import.meta.url));

interface Result {
  code: number | null;
  stdout: string;
  stderr: string;
  /** stdout as one JSON object a line. */
  lines: Record<string, unknown>[];
}

/** Runs the built terminal host; `watch` sees stdout as it grows and may end the process. */
function unroll(words: string[], watch?: (stdout: string, kill: () => void) => void): Promise<Result> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...process.execArgv, PROGRAM, ...words]);
    onTestFinished(() => void child.kill('SIGKILL'));
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (piece: Buffer) => {
      stdout += piece.toString('latin1');
      watch?.(stdout, () => child.kill('SIGKILL'));
    });
    child.stderr.on('data', (piece: Buffer) => (stderr += piece.toString()));
    child.on('close', (code) => {
      const lines = stdout.split('\n').filter((line) => line.startsWith('{') && line.endsWith('}'));
      resolve({ code, stdout, stderr, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) });
    });
  });
}

const SMALL = ['--hidden', '16', '--lanes', '4', '--truncation', '8', '--checkpoint-every', '20'];

async function withText(
  bytes: Uint8Array | string = exampleText(4000),
): Promise<{ folder: string; text: string; run: string }> {
  const folder = await temporaryFolder();
  const text = join(folder, 'text.txt');
  await writeFile(text, bytes);
  return { folder, text, run: join(folder, 'run') };
}

async function weightsOf(folder: string, run: string): Promise<Record<string, ArrayLike<number>>> {
  const out = join(folder, 'model.safetensors');
  expect((await unroll(['export', run, '--out', out])).code).toBe(0);
  const { tensors } = decodeSafetensors(await readFile(out), 'model');
  return Object.fromEntries(Object.entries(tensors).map(([name, { data }]) => [name, data as Float32Array]));
}

describe('the reference values through the terminal', () => {
  const cases = goldenCases();
  const flagsOf = (golden: GoldenCase) =>
    [
      ['--backprop', golden.mode],
      ['--truncation', String(golden.truncation)],
      ['--steps', String(golden.steps)],
      ['--lanes', String(golden.lanes)],
    ].flat();
  const tolerance = (golden: GoldenCase) => (golden.name === 'gradients-saturated' ? 2e-3 : 1e-5);

  async function laidOut(golden: GoldenCase) {
    const files = await withText(golden.text);
    const model = fileURLToPath(new URL(`../../fixtures/golden/${golden.name}.weights.safetensors`, import.meta.url));
    return { ...files, model };
  }

  test.each(cases.filter(({ optimizer }) => optimizer === null))('unroll gradients gives $name', async (golden) => {
    const { folder, text, model } = await laidOut(golden);
    const out = join(folder, 'gradients.safetensors');
    const { code, lines } = await unroll(['gradients', model, text, ...flagsOf(golden), '--out', out, '--json']);
    expect(code).toBe(0);
    expect(worstShare([Number(lines[0]?.loss_nats)], golden.lossNats)).toBeLessThan(tolerance(golden));
    expect(worstShare([Number(lines[0]?.gradient_norm)], golden.gradientNorm)).toBeLessThan(tolerance(golden));
    const { tensors } = decodeSafetensors(await readFile(out), 'gradients');
    for (const name of ['Wxh', 'Whh', 'Who'] as const) {
      expect(worstShare(tensors[name]!.data as Float32Array, golden.expected[name])).toBeLessThan(tolerance(golden));
    }
  });

  test.each(cases.filter(({ optimizer }) => optimizer !== null))('unroll train --init gives $name', async (golden) => {
    const { folder, text, run, model } = await laidOut(golden);
    const { name, lr, clip_norm: clip } = golden.optimizer!;
    const rule = [
      '--optimizer',
      name,
      '--learning-rate',
      String(lr),
      '--clip-norm',
      String(clip),
      '--schedule',
      'constant',
    ];
    const rest = [
      '--restart-share',
      '0',
      '--validation',
      '0',
      '--updates',
      String(golden.updates),
      '--run',
      run,
      '--json',
    ];
    const { code, lines } = await unroll(['train', text, '--init', model, ...flagsOf(golden), ...rule, ...rest]);
    expect(code).toBe(0);
    const losses = lines.filter(({ kind }) => kind === 'progress').map((line) => Number(line.loss_nats));
    expect(worstShare(losses, golden.lossNats)).toBeLessThan(1e-5);
    const weights = await weightsOf(folder, run);
    for (const matrix of ['Wxh', 'Whh', 'Who'] as const) {
      expect(worstShare(weights[matrix]!, golden.expected[matrix])).toBeLessThan(1e-5);
    }
  });
});

describe('a run in the terminal', () => {
  test('speaks JSON only on stdout, from progress over validation to finished', async () => {
    const { text, run } = await withText();
    const { code, lines, stdout } = await unroll([
      'train',
      text,
      ...SMALL,
      '--updates',
      '50',
      '--validation-every',
      '20',
      '--run',
      run,
      '--json',
    ]);
    expect(code).toBe(0);
    expect(lines.length).toBe(stdout.trim().split('\n').length);
    expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(['progress', 'validation', 'finished']));
    expect(lines.at(-1)).toMatchObject({ kind: 'finished', run, updates: 50 });
    const record = JSON.parse(await readFile(join(run, 'run.json'), 'utf8')) as Record<string, unknown>;
    expect(record).toMatchObject({ state: 'finished', update: 50 });
  });

  test('killed at any instant, it continues exactly as if nothing had happened', async () => {
    const { folder, text, run } = await withText();
    const length = ['--updates', '400'];
    await unroll(['train', text, ...SMALL, ...length, '--run', join(folder, 'whole'), '--json']);
    const killed = await unroll(['train', text, ...SMALL, ...length, '--run', run, '--json'], (stdout, kill) => {
      if (stdout.includes('"update":57,')) kill();
    });
    expect(killed.code).toBeNull();
    expect((await unroll(['resume', run, '--json'])).lines.at(-1)).toMatchObject({ kind: 'finished', updates: 400 });
    expect(await weightsOf(folder, run)).toEqual(await weightsOf(folder, join(folder, 'whole')));
    const logged = (await readFile(join(run, 'metrics.jsonl'), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { update: number }).update);
    expect(logged).toEqual([...new Set(logged)].sort((a, b) => a - b));
  });

  test('stops early when asked, and resume takes it to its length or to a new one', async () => {
    const { text, run } = await withText();
    const stopped = await unroll([
      'train',
      text,
      ...SMALL,
      '--updates',
      '60',
      '--stop-after',
      '25',
      '--run',
      run,
      '--json',
    ]);
    expect(stopped.lines.at(-1)).toMatchObject({ updates: 25 });
    expect((await unroll(['resume', run, '--json'])).lines.at(-1)).toMatchObject({ updates: 60 });
    expect((await unroll(['resume', run, '--updates', '70', '--json'])).lines.at(-1)).toMatchObject({ updates: 70 });
  });

  test('continues from the checkpoint before, when the newest is damaged', async () => {
    const { text, run } = await withText();
    await unroll(['train', text, ...SMALL, '--updates', '60', '--stop-after', '45', '--run', run, '--json']);
    await truncate(join(run, 'checkpoints', '45.safetensors'), 1000);
    const { lines, code } = await unroll(['resume', run, '--json']);
    expect(code).toBe(0);
    expect(lines[0]).toMatchObject({ kind: 'progress', update: 41 });
  });

  test('generates on stdout, evaluates, and exports what evaluates the same', async () => {
    const { folder, text, run } = await withText();
    await unroll(['train', text, ...SMALL, '--updates', '50', '--run', run, '--json']);
    const generated = await unroll(['generate', run, '--bytes', '321', '--seed', '5', '--prompt', 'the ']);
    expect(generated.stdout.length).toBe(321);
    expect((await unroll(['generate', run, '--bytes', '321', '--seed', '5', '--prompt', 'the '])).stdout).toBe(
      generated.stdout,
    );
    const ofRun = await unroll(['evaluate', run, text, '--json']);
    expect(ofRun.lines[0]).toMatchObject({ bytes: 3999 });
    const model = join(folder, 'model.safetensors');
    await unroll(['export', run, '--out', model]);
    expect((await unroll(['evaluate', model, text, '--json'])).stdout).toBe(ofRun.stdout);
    const graph = join(folder, 'model.onnx');
    expect((await unroll(['export', model, '--out', graph])).code).toBe(0);
    const weights = decodeModel(await readFile(model), 'model.safetensors');
    expect(new Uint8Array(await readFile(graph))).toEqual(encodeOnnx(weights, 'model.safetensors'));
    expect(Number(ofRun.lines[0]?.bits_per_byte)).toBeCloseTo(Number(ofRun.lines[0]?.nats_per_byte) / Math.LN2, 10);
  });
});

describe('bad input in the terminal is one sentence', () => {
  /** One line on stderr that is a sentence, nothing of a stack, and the exit code. */
  function expectSentence({ code, stderr }: Result, expected: { code: number; says: string }): void {
    expect(stderr).toContain(expected.says);
    expect(stderr.trim().split('\n').length).toBe(1);
    expect(stderr.trim()).toMatch(/^["A-Z–-].*\.$/s);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(code).toBe(expected.code);
  }

  test.each([
    ['an empty file', '', [], 'has 0 bytes'],
    ['a one-byte file', 'x', [], 'has 1 byte '],
    ['a text too short for the lanes asked for', 'a poem', ['--lanes', '32'], 'Choose'],
    ['a text too short for the truncation', 'a short poem', ['--truncation', '64'], 'Choose a truncation of at most'],
  ])('%s', async (_, content, words, says) => {
    const { text, run } = await withText(content);
    expectSentence(await unroll(['train', text, '--run', run, ...words]), { code: 1, says });
    await expect(readdir(run)).rejects.toThrow('ENOENT');
  });

  test('a missing file, a folder without files, a file that may not be read', async () => {
    const { folder, text } = await withText();
    expectSentence(await unroll(['train', join(folder, 'none.txt')]), { code: 1, says: 'was not found' });
    await mkdir(join(folder, 'empty'));
    expectSentence(await unroll(['train', join(folder, 'empty')]), { code: 1, says: 'contains no files' });
    // Root may read everything, so for root the file that cannot be read is one that is no file.
    await chmod(text, 0o000);
    const unreadable = process.getuid?.() === 0 ? device(folder, 'null') : text;
    expectSentence(await unroll(['train', unreadable]), {
      code: 1,
      says: unreadable === text ? 'could not be opened' : 'is a device, not a file',
    });
  });

  test.each([
    [['--hidden', '0'], 'Hidden size 0 is out of range'],
    [['--hidden', 'many'], 'Hidden size "many" is not a number'],
    [['--hidden', ''], 'is not a number'],
    [['--lanes', '2.5'], 'Lanes 2.5 is not a whole number'],
    [['--optimizer', 'best'], 'Optimiser "best" is not valid'],
    [['--truncation', '8', '--steps', '5'], 'differs from the truncation'],
    [['--updates', '5', '--epochs', '2'], 'Use only one'],
    [['--no-such-option'], 'Unknown option'],
  ])('the options %j', async (words, says) => {
    const { text } = await withText();
    expectSentence(await unroll(['train', text, ...words]), { code: 2, says });
  });

  test('damaged models and runs', async () => {
    const { folder, text, run } = await withText();
    await unroll(['train', text, ...SMALL, '--updates', '5', '--run', run, '--json']);
    const model = join(folder, 'model.safetensors');
    await unroll(['export', run, '--out', model]);
    await truncate(model, 5000);
    expectSentence(await unroll(['generate', model]), { code: 1, says: 'not a complete safetensors file' });
    expectSentence(await unroll(['generate', text]), { code: 1, says: 'it looks like a text' });
    expectSentence(await unroll(['generate', folder]), { code: 1, says: 'is not a run' });
    await writeFile(join(run, 'run.json'), '{"format":');
    expectSentence(await unroll(['resume', run]), { code: 1, says: 'is damaged' });
  });

  test('a text that has changed since the run started, or is gone', async () => {
    const { text, run } = await withText();
    await unroll(['train', text, ...SMALL, '--updates', '60', '--stop-after', '30', '--run', run, '--json']);
    await writeFile(text, exampleText(4100));
    expectSentence(await unroll(['resume', run]), { code: 1, says: 'has changed since the run started' });
    await rm(text);
    expectSentence(await unroll(['resume', run]), { code: 1, says: 'was not found' });
  });

  test('a text that is cut short while it is trained on ends the run with a sentence, and what was learned is kept', async () => {
    const { text, run } = await withText(exampleText(3_000_000));
    let cut: Promise<void> | null = null;
    const quick = ['--hidden', '8', '--lanes', '4', '--truncation', '64', '--validation', '0'];
    const result = await unroll(['train', text, ...quick, '--run', run, '--json', '--epochs', '1000'], (stdout) => {
      if (stdout.includes('"update":30,')) cut ??= truncate(text, 100);
    });
    // Whoever looks at the text while it trains may have seen the change first, and says it in a line of its own.
    const [line = '', ...before] = result.stderr.trim().split('\n').reverse();
    for (const notice of before) expect(notice).toContain('has changed since the run started');
    expectSentence({ ...result, stderr: line }, { code: 1, says: 'is now shorter' });
    expect((await unroll(['generate', run, '--bytes', '10'])).stdout.length).toBe(10);
  });

  test('a learning rate that blows up stops before the weights are harmed', async () => {
    const { text, run } = await withText();
    const wild = ['--learning-rate', '10', '--optimizer', 'sgd', '--clip-norm', '0', '--updates', '5000'];
    const result = await unroll(['train', text, ...SMALL, ...wild, '--run', run, '--json']);
    if (result.code !== 0) expectSentence(result, { code: 1, says: 'diverged' });
    expect((await unroll(['generate', run, '--bytes', '10'])).stdout.length).toBe(10);
  });
});

test('unroll --version says which it is', async () => {
  const { code, stdout } = await unroll(['--version']);
  expect(code).toBe(0);
  expect(stdout).toBe(`Unroll ${version}\n`);
});

test.each([
  'train',
  'text',
  'resume',
  'generate',
  'copies',
  'evaluate',
  'gradients',
  'export',
  'handover',
  'import',
  'bench',
])('unroll %s --help explains itself', async (command) => {
  const { code, stdout } = await unroll([command, '--help']);
  expect(code).toBe(0);
  expect(stdout).toContain(`Usage: unroll ${command}`);
});
