// Starts the application exactly as it ships: its switches keep the inspector out, so it is driven over the debugging port.
import { spawn, type ChildProcess } from 'node:child_process';
import { chromium, type Browser, type Page } from 'playwright-core';
import { DEADLINE_MS } from '../deadline';
import { launchFlags, leaveTour, productionExecutable } from './packaged-application';
import { waitUntil } from './wait-until';

export interface ProductionApplication {
  page: Page;
  /** Of the main process. */
  child: ChildProcess;
  quit(): Promise<void>;
}

export function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const timer = setTimeout(() => {
      reject(new Error(`No debugging port within ${DEADLINE_MS} ms. It printed:\n${printed}`));
    }, DEADLINE_MS);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`It ended with code ${code} before it named a debugging port. It printed:\n${printed}`));
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(printed)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
  });
}

export async function onlyPage(browser: Browser): Promise<Page> {
  const pages = () => browser.contexts().flatMap((context) => context.pages());
  for (const context of browser.contexts()) context.setDefaultTimeout(DEADLINE_MS);
  await waitUntil('the window opens', () => pages().length > 0);
  const [page] = pages();
  if (!page) throw new Error('The window closed again.');
  return page;
}

/** `switches` are Chromium's. */
export async function openProduction(userData: string, switches: string[] = []): Promise<ProductionApplication> {
  leaveTour(userData);
  const words = [...launchFlags(userData), ...switches, '--remote-debugging-port=0'];
  const child = spawn(productionExecutable(), words, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(child), { timeout: DEADLINE_MS });
    const page = await onlyPage(browser);
    return {
      page,
      child,
      quit: async () => {
        await page.close();
        await ended;
      },
    };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}
