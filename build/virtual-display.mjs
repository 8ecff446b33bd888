// Starts an X server without a screen on a display number that it chooses itself, so that two test runs never meet.
import { spawn } from 'node:child_process';

const START_MS = 120_000;

function openVirtualDisplay(more) {
  return new Promise((resolve, reject) => {
    // Without -noreset it would start over whenever its last window goes, and turn away whoever comes just then.
    const parts = ['-displayfd', '3', '-noreset', '-screen', '0', '1440x1000x24', '-nolisten', 'tcp', ...more];
    const server = spawn('Xvfb', parts, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const timer = setTimeout(() => {
      server.kill();
      reject(new Error(`Xvfb named no display within ${START_MS / 1000} s.`));
    }, START_MS);
    server.on('error', (error) => reject(new Error(`Xvfb did not start: ${error.message}`)));
    server.on('exit', (code) => reject(new Error(`Xvfb ended with code ${code}.`)));
    let answer = '';
    server.stdio[3].on('data', (chunk) => {
      answer += chunk;
      if (!answer.includes('\n')) return;
      clearTimeout(timer);
      resolve({ name: `:${answer.trim()}`, close: () => server.kill() });
    });
  });
}

/**
 * Resolves to the display's name and to what ends it; rejects where there is no Xvfb. Only Linux has a display without a
 * screen: elsewhere it is null, and the windows show. `more` are words for the server.
 */
export async function openDisplay(more = []) {
  return process.platform === 'linux' ? openVirtualDisplay(more) : null;
}
