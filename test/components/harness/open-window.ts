// Opens the one window that all component tests share, driven over the debugging port.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { launchFlags } from '../../desktop/packaged-application';
import { debuggingAddress } from '../../desktop/production-application';

/** A killed Electron leaves helpers that write on for a moment, so it is asked first. */
const END_MS = 5_000;

const WINDOW = join(import.meta.dirname, 'electron-window.mjs');

export async function openWindow(
  executable: string,
  userData: string,
): Promise<{ address: string; close: () => Promise<void> }> {
  const child = spawn(executable, [WINDOW, ...launchFlags(userData), '--remote-debugging-port=0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const close = async (): Promise<void> => {
    child.kill();
    const timer = setTimeout(() => child.kill('SIGKILL'), END_MS);
    await ended;
    clearTimeout(timer);
  };
  try {
    return { address: await debuggingAddress(child), close };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}
