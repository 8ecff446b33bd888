// The built terminal host as a process that a test can watch, signal and kill.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished } from 'vitest';
import { exampleText, temporaryFolder } from '../../engine/built-engine';

const PROGRAM = fileURLToPath(new URL('../../../out/main/terminal-main.js', import.meta.url));

export interface StartedHost {
  child: ChildProcess;
  /** Resolves when standard output holds the words. */
  says(words: string): Promise<void>;
  ended: Promise<Ended>;
}

export interface Ended {
  code: number | null;
  stderr: string;
  /** Standard output as one JSON object a line. */
  lines: Record<string, unknown>[];
}

/** `stdout` is a file's descriptor in the place of a pipe; `env` comes on top of this process's; `before` is a program that starts another. */
export function startHost(
  words: string[],
  stdout: number | 'pipe' = 'pipe',
  env = {},
  before: string[] = [],
): StartedHost {
  const [program = '', ...all] = [...before, process.execPath, ...process.execArgv, PROGRAM, ...words];
  const child = spawn(program, all, {
    stdio: ['ignore', stdout, 'pipe'],
    env: { ...process.env, ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const heard = { stdout: '', stderr: '' };
  let tell: () => void = () => undefined;
  child.stdout?.on('data', (piece: Buffer) => {
    heard.stdout += piece.toString();
    tell();
  });
  child.stderr?.on('data', (piece: Buffer) => (heard.stderr += piece.toString()));
  const ended = once(child, 'close').then(([code]) => {
    const lines = heard.stdout.split('\n').filter((line) => line.startsWith('{') && line.endsWith('}'));
    const parsed = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    return { code: code as number | null, stderr: heard.stderr, lines: parsed };
  });
  return {
    child,
    says: (wanted) =>
      new Promise((resolve) => {
        tell = () => (heard.stdout.includes(wanted) ? resolve() : undefined);
        tell();
      }),
    ended,
  };
}

export const runHost = (words: string[], stdout?: number): Promise<Ended> => startHost(words, stdout).ended;

/** A text, and where its run goes. */
export async function textAndRun(bytes = 4000): Promise<{ folder: string; text: string; run: string }> {
  const folder = await temporaryFolder();
  const text = join(folder, 'text.txt');
  await writeFile(text, exampleText(bytes));
  return { folder, text, run: join(folder, 'run') };
}

export async function recordOf(run: string): Promise<{ state: string; update: number; sentence: string | null }> {
  return JSON.parse(await readFile(join(run, 'run.json'), 'utf8')) as Awaited<ReturnType<typeof recordOf>>;
}

/** Where a run stands that nobody trains: paused, at its newest checkpoint. */
export async function expectSaved(run: string): Promise<number> {
  const { state, update } = await recordOf(run);
  expect(state).toBe('paused');
  expect(update).toBeGreaterThan(0);
  expect(await readdir(join(run, 'checkpoints'))).toContain(`${update}.safetensors`);
  expect((await readdir(run)).filter((name) => name.startsWith('run.lock'))).toEqual([]);
  return update;
}
