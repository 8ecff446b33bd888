// Runs a program of Node's in a folder, and says how it ended.
import { spawn } from 'node:child_process';

interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

export function runProgram(words: string[], cwd: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...process.execArgv, ...words], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (piece: Buffer) => (stdout += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => (stderr += piece.toString()));
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
