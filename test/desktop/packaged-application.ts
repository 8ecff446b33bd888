// Starts the packaged application for a test: its own settings and runs, a display without a screen, one retry that is told.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron as electron, type ElectronApplication, type Page } from 'playwright-core';
import { TestRunner } from 'vitest';
import { DEADLINE_MS, START_DEADLINE_MS } from '../deadline';
import { watchStart } from './hung-start';

/** A page that hangs says nothing. */
const SEEN_MS = 10_000;

export interface OpenApplication {
  app: ElectronApplication;
  page: Page;
  /** Leaves as the user would, and waits until the engine has saved its runs. */
  quit(): Promise<void>;
}

function executableNamed(variable: string): string {
  const path = process.env[variable];
  if (!path) throw new Error(`${variable} is not set. Run these tests by: npm run test:desktop`);
  return path;
}

/** Chromium's sandbox refuses to run as root. Without a graphics card the plain software path draws ten times as fast as an emulated card. */
export function launchFlags(userData: string): string[] {
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [...sandbox, `--user-data-dir=${userData}`, '--disable-gpu'];
}

/** As someone has it who was here before: the tour does not come by itself. */
export function leaveTour(userData: string): void {
  const preferences = join(userData, 'preferences.json');
  if (existsSync(preferences)) return;
  mkdirSync(userData, { recursive: true });
  writeFileSync(preferences, JSON.stringify({ wasTourLeft: true }));
}

export const testExecutable = (): string => executableNamed('UNROLL_TEST_EXECUTABLE');
export const productionExecutable = (): string => executableNamed('UNROLL_PRODUCTION_EXECUTABLE');

export interface LaunchOptions {
  /** Beside what the test itself was started with. */
  env?: Record<string, string>;
  files?: string[];
  /** Chromium's. */
  switches?: string[];
  /** As at the very first start. */
  withTour?: boolean;
}

async function launch(
  userData: string,
  { env = {}, files = [], switches = [], withTour = false }: LaunchOptions,
): Promise<{ app: ElectronApplication; page: Page }> {
  if (!withTour) leaveTour(userData);
  const endWatch = watchStart(userData);
  const started = electron.launch({
    executablePath: testExecutable(),
    args: [...launchFlags(userData), ...switches, ...files],
    env: { ...(process.env as Record<string, string>), ...env },
    // The system's, and what the user has chosen; a test that wants another says so.
    colorScheme: null,
    timeout: START_DEADLINE_MS,
  });
  const app = await started.finally(endWatch);
  app.context().setDefaultTimeout(DEADLINE_MS);
  const page = await app.firstWindow({ timeout: START_DEADLINE_MS });
  return { app, page };
}

/** What a failed test's window showed, for whoever has only the printed lines. */
async function tellWhatIsSeen(page: Page): Promise<void> {
  const seen = await page.locator('body').innerText({ timeout: SEEN_MS });
  console.error(`The window showed:\n${seen.replaceAll(/\n+/g, '\n')}`);
}

/** `userData` is the folder of its settings and runs: give the same one again to reopen what it held. */
export async function openApplication(userData: string, options: LaunchOptions = {}): Promise<OpenApplication> {
  // The inspector's handshake has been seen to hang; that is no fault of the application.
  const { app, page } = await launch(userData, options).catch((error: unknown) => {
    console.warn(`The application did not start, one more try: ${String(error)}`);
    return launch(userData, options);
  });
  page.on('pageerror', (error) => {
    console.error(`The page failed: ${error.stack ?? error.message}`);
  });
  const test = TestRunner.getCurrentTest();
  const quit = async (): Promise<void> => {
    if (test?.result?.state === 'fail') await tellWhatIsSeen(page).catch(() => undefined);
    await app.close();
  };
  return { app, page, quit };
}
