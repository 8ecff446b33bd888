// Tests what Linux's two launchers hand to the program, and that they say what to do where it would abort.
import { execFile } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ROOT } from '../../build/project.mjs';
import { needs } from '../needs';

const SCRIPTS = join(ROOT, 'build', 'packaging', 'linux');
const ROOT_USER = '0';
const SOMEONE = '1000';

/**
 * An installed program that prints what it is given, for a user. `maySandbox`: whether it aborts instead; `maps`: whether another
 * program may make user namespaces that are of use.
 */
function installed({ user, maySandbox = true, maps = maySandbox, more = {} }) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'unroll-launchers-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const program = (name, text) => {
    writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(folder, name), 0o755);
  };
  for (const name of ['bin', 'path']) mkdirSync(join(folder, name));
  program('unroll.bin', maySandbox ? 'printf "%s\\n" "$@"' : 'kill -TRAP $$');
  program('chrome-sandbox', '');
  program('path/id', `echo ${user}`);
  // Ubuntu 24.04 lets anyone make one, and then lets them do nothing with it.
  program('path/unshare', `case "$*" in *--map-root-user*) exit ${maps ? 0 : 1} ;; esac`);
  program('path/zenity', `printf "%s\\n" "$@" > "${join(folder, 'shown')}"`);
  for (const name of ['unroll', 'sandbox-trouble']) copyFileSync(join(SCRIPTS, name), join(folder, 'bin', name));
  copyFileSync(join(SCRIPTS, 'unroll-window'), join(folder, 'unroll'));
  const env = { PATH: `${join(folder, 'path')}:/usr/bin:/bin`, DISPLAY: ':99', ...more };
  const run = (place, ...words) =>
    new Promise((resolve) => {
      execFile(join(folder, place), words, { env }, (error, stdout, stderr) =>
        resolve({ code: error?.code ?? 0, words: stdout.trimEnd().split('\n'), stderr }),
      );
    });
  return { folder, run };
}

const onLinux = (name, run) =>
  test(name, (context) => {
    needs(context, 'linux');
    return run();
  });

onLinux('every word after the terminal command’s is the command’s, also one of Chromium’s switches', async () => {
  const { run } = installed({ user: SOMEONE });
  const { words, code } = await run('bin/unroll', 'train', 'a text.txt', '--no-sandbox', '--', '');
  expect({ words, code }).toEqual({
    words: ['--log-level=3', '--unroll-terminal', '--', 'train', 'a text.txt', '--no-sandbox', '--'],
    code: 0,
  });
});

onLinux('root’s command, and no one else’s, runs without the sandbox', async () => {
  const asRoot = await installed({ user: ROOT_USER }).run('bin/unroll', '--help');
  expect(asRoot.words).toEqual(['--no-sandbox', '--log-level=3', '--unroll-terminal', '--', '--help']);
  const asSomeone = await installed({ user: SOMEONE }).run('bin/unroll', '--help');
  expect(asSomeone.words).not.toContain('--no-sandbox');
});

onLinux('a link to the terminal command finds the program', async () => {
  const { folder, run } = installed({ user: SOMEONE });
  symlinkSync(join(folder, 'bin', 'unroll'), join(folder, 'linked'));
  expect((await run('linked', 'bench')).words.at(-1)).toBe('bench');
});

onLinux('the window opens with the files that it is given', async () => {
  const { run } = installed({ user: SOMEONE });
  expect(await run('unroll', '/home/me/a text.txt')).toEqual({ code: 0, words: ['/home/me/a text.txt'], stderr: '' });
});

const NO_SANDBOX = /^Unroll cannot make its sandbox on this system, .*/;

onLinux('where no sandbox can be made, neither aborts: both say what to do', async () => {
  const { folder, run } = installed({ user: SOMEONE, maySandbox: false });
  for (const place of ['unroll', 'bin/unroll']) {
    const { code, words, stderr } = await run(place, 'train');
    expect({ code, words }, place).toEqual({ code: 1, words: [''] });
    expect(stderr).toMatch(NO_SANDBOX);
    expect(stderr).toContain(`cd '${folder}' && sudo chown root:root chrome-sandbox`);
  }
  // Whoever clicked an icon sees no terminal.
  expect(readFileSync(join(folder, 'shown'), 'utf8')).toContain('--text=Unroll cannot make its sandbox');
});

onLinux('in an AppImage, of which nothing can belong to root, they name another package', async () => {
  const { run } = installed({ user: SOMEONE, maySandbox: false, more: { APPIMAGE: '/home/me/Unroll.AppImage' } });
  const { stderr } = await run('unroll');
  expect(stderr).toMatch(NO_SANDBOX);
  expect(stderr).toContain('unpack the .tar.gz');
  expect(stderr).not.toContain('sudo');
});

onLinux(
  'where only this program may make its sandbox, as with a profile of its own on Ubuntu, both begin',
  async () => {
    const { run } = installed({ user: SOMEONE, maps: false });
    expect(await run('unroll', 'a text.txt')).toEqual({ code: 0, words: ['a text.txt'], stderr: '' });
    expect((await run('bin/unroll', 'bench')).words.at(-1)).toBe('bench');
  },
);

onLinux('the window is not opened as root, unless that is asked for', async () => {
  const { run } = installed({ user: ROOT_USER });
  const refused = await run('unroll');
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/^Unroll does not open its window as root, .*\.\n$/);
  expect((await run('unroll', '--no-sandbox')).words).toEqual(['--no-sandbox']);
});

onLinux('without a display, the window’s launcher says so and names the command that needs none', async () => {
  const { folder, run } = installed({ user: SOMEONE, more: { DISPLAY: '' } });
  const { code, stderr } = await run('unroll');
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: `Unroll found no display to open its window on. The terminal command needs none: ${folder}/bin/unroll --help\n`,
  });
});
