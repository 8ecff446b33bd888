// Starts the packaged application a second time beside one that runs, as the user does who looks for its window.
import { spawn } from 'node:child_process';
import { launchFlags, testExecutable } from './packaged-application';

/** Resolves to the exit code of the second one, which hands over what it was given and goes. */
export function startAgain(userData: string, files: string[] = []): Promise<number | null> {
  const child = spawn(testExecutable(), [...launchFlags(userData), ...files], { stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
}
