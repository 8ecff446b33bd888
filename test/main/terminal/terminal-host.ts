// Runs the built terminal host, with stdin and stdout of any kind, for tests.
import { spawn, type StdioOptions } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const PROGRAM = fileURLToPath(new URL('../../../out/main/terminal-main.js', import.meta.url));

export interface HostResult {
  code: number | null;
  stdout: Buffer;
  stderr: string;
}

/** `stdout` is a pipe unless it is said otherwise; `input` is what standard input holds. */
export function runHost(
  words: string[],
  { stdout = 'pipe', input = '' }: { stdout?: StdioOptions; input?: string | Uint8Array } = {},
) {
  return new Promise<HostResult>((resolve) => {
    const stdio = ['pipe', stdout, 'pipe'] as StdioOptions;
    const child = spawn(process.execPath, [...process.execArgv, PROGRAM, ...words], { stdio });
    onTestFinished(() => void child.kill('SIGKILL'));
    const pieces: Buffer[] = [];
    let stderr = '';
    child.stdout?.on('data', (piece: Buffer) => pieces.push(piece));
    child.stderr?.on('data', (piece: Buffer) => (stderr += piece.toString()));
    // A program that reads no input may be gone before it gets any.
    child.stdin?.on('error', () => undefined).end(input);
    child.on('close', (code) => resolve({ code, stdout: Buffer.concat(pieces), stderr }));
  });
}
