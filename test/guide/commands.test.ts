// Every command of the guide is run, in the order of its chapter and as it stands there; only how long it trains is cut short.
// What a bigger machine is to do is done here by Python, where it has PyTorch.
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { chapterFile, chapterNames } from '../../build/guide/guide-plugin.mjs';
import { findPython, startProgram } from '../handover/pytorch';
import { needs } from '../needs';
import { runProgram } from './run-program';

const PROGRAM = fileURLToPath(new URL('../../out/main/terminal-main.js', import.meta.url));
const POEM = fileURLToPath(new URL("../../out/samples/The Keeper's Year.txt", import.meta.url));
/** The texts that the guide speaks of. */
const TEXTS = ['novel.txt', 'poems.txt', 'other.txt'];

/** The lines of its blocks for a shell: `sh` for Unroll's own, `bash` for those of a machine that has PyTorch. */
function commandsIn(markdown: string): string[] {
  return [...markdown.matchAll(/^```(?:sh|bash)\n(.*?)^```$/gms)].flatMap(([, block = '']) => block.trim().split('\n'));
}

/** The program as a module; PyTorch 1.13 on Python 3.11 needs both redirections to start at all. */
const IN_PYTORCH: Record<string, string[]> = {
  python3: [],
  torchrun: ['-m', 'torch.distributed.run', '--redirects', '1', '--tee', '1'],
};
const isInPytorch = (command: string): boolean => (command.split(' ')[0] ?? '') in IN_PYTORCH;

/** As a shell would; the guide's quotes are double ones. */
const wordsOf = (command: string): string[] =>
  [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

const SHORTER: Record<string, (value: number) => number> = {
  '--updates': (value) => Math.ceil(value / 100),
  '--minutes': () => 0.02,
};

function cutShort(words: string[]): string[] {
  return words.map((word, at) => {
    const shorter = SHORTER[words[at - 1] ?? ''];
    return shorter ? String(shorter(Number(word))) : word;
  });
}

const WITH_COMMANDS = chapterNames()
  .map((name) => ({ name, commands: commandsIn(readFileSync(chapterFile(name), 'utf8')) }))
  .filter(({ commands }) => commands.length > 0);

it('there are commands, and each one is Unroll’s', () => {
  const commands = WITH_COMMANDS.flatMap((chapter) => chapter.commands);
  expect(commands.length).toBeGreaterThan(10);
  expect(commands.filter((command) => !command.startsWith('unroll ') && !isInPytorch(command))).toEqual([]);
  expect(commands.filter(isInPytorch)).toHaveLength(2);
});

describe.each(WITH_COMMANDS)('the commands of $name', ({ commands }) => {
  const folder = mkdtempSync(join(tmpdir(), 'unroll-guide-'));
  for (const text of TEXTS) copyFileSync(POEM, join(folder, text));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  // The order matters: what one has made the next one reads.
  it.for(commands.filter((command) => !command.startsWith('unroll bench')))('%s', async (command, context) => {
    const [program = '', ...words] = wordsOf(command);
    if (isInPytorch(command)) {
      needs(context, 'torch');
      const all = [...(IN_PYTORCH[program] ?? []), ...cutShort(words)];
      const { code, said } = await startProgram(findPython() ?? program, all, folder).ended;
      expect(code, said).toBe(0);
      return;
    }
    const { code, stderr } = await runProgram([PROGRAM, ...cutShort(words)], folder);
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  });
});

const DOCUMENTS = ['README.md', 'docs/installing.md', 'docs/texts.md', 'docs/writing.md', 'docs/performance.md'];

/** What stands in sentences, as code: commands of Unroll, and options by themselves. */
const spansIn = (markdown: string): string[] =>
  [...markdown.replace(/^```.*?^```$/gms, '').matchAll(/`((?:unroll [a-z]|--[a-z])[^`]*)`/g)].map(
    ([, span = '']) => span,
  );
/** Of train.py, of Chromium and of Node. */
const OTHERS_OPTIONS = ['--precision', '--no-sandbox', '--experimental-wasm-relaxed-simd'];
const optionsIn = (words: string): string[] => words.match(/--[a-z][\w-]*/g) ?? [];

it('each command and option that the guide names in a sentence is there', async () => {
  const others = DOCUMENTS.map((name) => new URL(`../../${name}`, import.meta.url));
  const texts = [...chapterNames().map(chapterFile), ...others].map((file) => readFileSync(file, 'utf8'));
  const help = async (...words: string[]) => (await runProgram([PROGRAM, ...words, '--help'], tmpdir())).stdout;
  const commands = [...(await help()).matchAll(/^ {2}([a-z]+)/gm)]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'help');
  const options = new Map(
    await Promise.all(commands.map(async (name) => [name, optionsIn(await help(name))] as const)),
  );
  // It takes a minute, so that of all commands it alone is not run above.
  expect(options.get('bench')).toContain('--json');
  const everywhere = [...options.values(), OTHERS_OPTIONS].flat();
  const wrong = texts.flatMap(spansIn).filter((span) => {
    const [program = '', command = ''] = span.split(' ');
    const known = program === 'unroll' ? options.get(command) : everywhere;
    return known === undefined || optionsIn(span).some((option) => !known.includes(option));
  });
  expect(wrong).toEqual([]);
});

it('a command that is no command fails', async () => {
  const { code, stderr } = await runProgram([PROGRAM, 'train', 'novel.txt', '--updtes', '5'], tmpdir());
  expect(code).toBe(2);
  expect(stderr).toContain('--updtes');
});
