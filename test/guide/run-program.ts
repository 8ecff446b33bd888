// Runs a program of Node's in a folder, and says how it ended.
import { spawn } from 'node:child_process';

interface Outcome {
  code: number | null;
  stderr: string;
}

export function runProgram(words: string[], cwd: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...process.execArgv, ...words], {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (piece: Buffer) => (stderr += piece.toString()));
    child.on('close', (code) => resolve({ code, stderr }));
  });
}
