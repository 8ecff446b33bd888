// What Help offers of the program itself: its releases, what it is made of, and on a Mac the terminal command.
import { app, dialog, shell } from 'electron';
import { lstat, readFile, symlink, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { CHANNELS } from '../calls/channels';
import type { AboutProgram } from '../calls/window-api';

/** Where the person reads a sentence. */
export interface Notices {
  showWith(channel: string, message: unknown): void;
}

/** A name that belongs to nobody: a build that knows no releases has it. */
const NOBODYS = /\.(example|invalid)$/;
const about = v.object({ homepage: v.optional(v.string()) });

/** Where releases are, or null: the workflow that builds them writes it into package.json. */
export function releasesPage(packageText: string): string | null {
  const { homepage = '' } = v.parse(about, JSON.parse(packageText));
  if (!URL.canParse(homepage)) return null;
  const { protocol, hostname } = new URL(homepage);
  if (protocol !== 'https:' || NOBODYS.test(hostname)) return null;
  return `${homepage.replace(/\/$/, '')}/releases`;
}

const tell = (notices: Notices, sentence: string): void => notices.showWith(CHANNELS.notice, sentence);

/** Nothing is asked of the network but by the browser, after this click. */
export async function openReleases(notices: Notices): Promise<void> {
  const page = releasesPage(await readFile(join(app.getAppPath(), 'package.json'), 'utf8'));
  if (page === null) {
    tell(notices, `This is Unroll ${app.getVersion()}, built from its sources: newer ones are where those came from.`);
    return;
  }
  await shell.openExternal(page).catch(() => tell(notices, `No browser could be opened. The releases are at ${page}.`));
}

/** The licences of all that the program is made of lie beside it; a checkout has none. */
const noticesFile = (): string => join(process.resourcesPath, 'licences', 'NOTICES.txt');

export async function readAbout(vectors: string | null): Promise<AboutProgram> {
  const notices = await readFile(noticesFile(), 'utf8').catch(() => null);
  return { version: app.getVersion(), vectors, notices };
}

/** Those of Electron and Chromium, which are too long to be shown, lie beside ours. */
export const showLicences = (): void => shell.showItemInFolder(noticesFile());

const TERMINAL_COMMAND = '/usr/local/bin/unroll';

async function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (status) => status.isSymbolicLink(),
    () => false,
  );
}

/** A link where every shell looks. Only our own kind of thing is replaced there, and only after the click. */
export async function installTerminalCommand(notices: Notices): Promise<void> {
  const command = join(process.resourcesPath, 'bin', 'unroll');
  try {
    if (await isLink(TERMINAL_COMMAND)) await unlink(TERMINAL_COMMAND);
    await symlink(command, TERMINAL_COMMAND);
    tell(notices, 'Type unroll --help in a terminal.');
  } catch {
    // The folder is the administrator's on most Macs.
    await dialog.showMessageBox({
      type: 'info',
      message: 'The terminal command needs an administrator.',
      detail: `Type this in a terminal:\n\nsudo mkdir -p /usr/local/bin && sudo ln -sf "${command}" ${TERMINAL_COMMAND}`,
    });
  }
}
