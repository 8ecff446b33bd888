// The package as people install it: installed, started from its desktop entry as an ordinary user with the sandbox on, used, removed.
import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { DEADLINE_MS } from '../deadline';
import { openPrivateMachine, type PrivateMachine } from './private-machine';
import { debuggingAddress, onlyPage } from './production-application';

const USER = 'someone';
const HOME = `/home/${USER}`;
const TEXT = `${HOME}/A letter.txt`;
const ENTRY = '/usr/share/applications/unroll.desktop';
const RESOURCES = '/opt/Unroll/resources';
const RUNS = `${HOME}/.config/Unroll/runs`;

const SAMPLE = join(import.meta.dirname, "../../out/samples/The Keeper's Year.txt");

/** The desktop entry's keys, and its command with files in the place of %F. */
function entryFrom(text: string): { keys: Record<string, string>; command(files: string[]): string[] } {
  const lines = text.split('\n').flatMap((line) => {
    const at = line.indexOf('=');
    return at < 0 ? [] : [[line.slice(0, at), line.slice(at + 1)]];
  });
  const keys = Object.fromEntries(lines) as Record<string, string>;
  const words = (keys.Exec ?? '').split(' ');
  return { keys, command: (files) => words.flatMap((word) => (word === '%F' ? files : [word])) };
}

/** The processes of a user whose command line holds the word. */
function processesOf(userId: number, word: string): string[] {
  return readdirSync('/proc').filter((name) => {
    try {
      const isTheirs = statSync(`/proc/${name}`).uid === userId;
      return isTheirs && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(word);
    } catch {
      // No process, or one that has gone.
      return false;
    }
  });
}

/** What holds a page: a filter of system calls, and a world of processes that is not ours. */
function sandboxOfPage(userId: number): { isFiltered: boolean; isApart: boolean } {
  const [page] = processesOf(userId, '--type=renderer');
  if (page === undefined) throw new Error('The program has no page.');
  const status = readFileSync(`/proc/${page}/status`, 'utf8');
  return {
    isFiltered: /^Seccomp:\s+2$/m.test(status),
    isApart: readlinkSync(`/proc/${page}/ns/pid`) !== readlinkSync('/proc/self/ns/pid'),
  };
}

async function opened(machine: PrivateMachine, command: string[]): Promise<{ page: Page; quit(): Promise<void> }> {
  // Chromium's other ways of drawing are tried elsewhere.
  const words = [...command, '--disable-gpu', '--remote-debugging-port=0'];
  const environment = ['env', `HOME=${HOME}`, `DISPLAY=${process.env.DISPLAY}`, 'LANG=C.UTF-8'];
  const child = spawn(...machine.command(USER, [...environment, ...words]), { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  onTestFinished(() => void child.kill('SIGKILL'));
  const browser = await chromium.connectOverCDP(await debuggingAddress(child), { timeout: DEADLINE_MS });
  const page = await onlyPage(browser);
  return {
    page,
    quit: async () => {
      await page.close();
      expect(await ended).toBe(0);
    },
  };
}

async function trainOnIt(page: Page): Promise<void> {
  const firstLines = page.getByRole('group', { name: 'First lines' });
  await firstLines.waitFor();
  await page.getByRole('textbox', { name: 'Run name' }).fill('From the desktop');
  await page.getByRole('textbox', { name: 'Hidden size', exact: true }).fill('48');
  await page.getByRole('combobox', { name: 'Length unit' }).selectOption('Updates');
  await page.getByRole('textbox', { name: 'Train for', exact: true }).fill('30');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('status').filter({ hasText: 'Finished' }).waitFor();
}

it('the package installs, its entry opens a text in the sandbox of an ordinary user, and after its removal the runs are still there', async ({
  skip,
}) => {
  const deb = process.env.UNROLL_DEB;
  if (deb === undefined) return skip('the .deb was not made');
  execFileSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: dirname(deb) });
  const machine = await openPrivateMachine().catch((error: unknown) => skip(String(error)));
  onTestFinished(() => machine.close());
  const asRoot = (...words: string[]) => machine.run('root', ...words);
  const asUser = (...words: string[]) => machine.run(USER, ...words);

  await asRoot('useradd', '--create-home', '--shell', '/bin/sh', USER);
  const userId = Number(await asRoot('id', '-u', USER));
  await asRoot('install', '-o', USER, SAMPLE, TEXT);
  // What it depends on is here, so nothing is fetched.
  await asRoot(
    'apt-get',
    '-qq',
    '-y',
    '--no-install-recommends',
    '-o',
    'DPkg::Options::=--force-unsafe-io',
    'install',
    deb,
  );
  expect(await asRoot('dpkg', '--verify', 'unroll')).toBe('');

  const entry = entryFrom(await asUser('cat', ENTRY));
  expect(entry.keys).toMatchObject({ Name: 'Unroll', Icon: 'unroll', StartupWMClass: 'unroll', Terminal: 'false' });
  // Where no editor is installed, a program that names text would open every text.
  expect(entry.keys.MimeType).toBe('application/vnd.safetensors;');
  const sizes = (await asUser('sh', '-c', 'ls /usr/share/icons/hicolor/*/apps/unroll.png')).trim().split('\n');
  expect(sizes).toHaveLength(8);
  for (const file of ['copyright', 'changelog.gz']) await asUser('test', '-s', `/usr/share/doc/unroll/${file}`);
  await asUser('grep', '-q', 'safetensors', '/usr/share/mime/packages/unroll.xml');
  expect(await asUser('stat', '-c', '%a %U', '/opt/Unroll/chrome-sandbox')).toBe('4755 root\n');
  expect(await asUser('cat', `${RESOURCES}/apparmor-profile`)).toMatch(
    /^profile unroll \/opt\/Unroll\/unroll\.bin .*\{\n {2}userns,$/m,
  );
  // Electron's own list of what it needs lacks the last two.
  const needed = await asUser('dpkg-query', '--show', '--showformat=${Depends}', 'unroll');
  for (const library of [/libgtk-3-0t64 \| libgtk-3-0/, /libasound2t64 \| libasound2/, /libgbm1/])
    expect(needed).toMatch(library);
  for (const file of ['LICENSE.txt', 'NOTICES.txt', 'LICENSE.electron.txt', 'LICENSES.chromium.html'])
    await asUser('test', '-s', `${RESOURCES}/licences/${file}`);
  const notices = await asUser('cat', `${RESOURCES}/licences/NOTICES.txt`);
  for (const name of ['svelte', 'pdfjs-dist/cmaps', 'assemblyscript']) expect(notices).toContain(`\n${name} `);

  const makesNamespaces = await asUser('unshare', '--user', 'true').then(
    () => true,
    () => false,
  );
  console.info(`An ordinary user ${makesNamespaces ? 'may' : 'may not'} make user namespaces here.`);
  const first = await opened(machine, entry.command([TEXT]));
  expect(sandboxOfPage(userId)).toEqual({ isFiltered: true, isApart: true });
  await trainOnIt(first.page);
  await first.quit();

  // Without user namespaces it is the helper that makes the sandbox.
  const second = await opened(machine, [...entry.command([]), '--disable-namespace-sandbox']);
  await second.page.getByText('From the desktop').first().waitFor();
  expect(sandboxOfPage(userId)).toEqual({ isFiltered: true, isApart: true });
  await second.quit();

  const [run = ''] = (await asUser('ls', RUNS)).trim().split('\n');
  const written = await asUser('sh', '-c', `unroll generate "${RUNS}/${run}" --bytes 40 | wc -c`);
  expect(written.trim()).toBe('40');

  await asRoot('apt-get', '-qq', '-y', 'purge', 'unroll');
  for (const gone of ['/opt/Unroll', '/usr/bin/unroll', ENTRY]) await asUser('test', '!', '-e', gone);
  expect((await asUser('ls', `${RUNS}/${run}/checkpoints`)).trim()).not.toBe('');
});
