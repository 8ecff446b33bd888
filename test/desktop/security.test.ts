// What a hostile script in the page of the application as it ships would try, point by point of Electron's security checklist.
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished, vi } from 'vitest';
import { productionExecutable } from './packaged-application';
import { DEADLINE_MS } from '../deadline';
import { openProduction } from './production-application';
import { temporaryFolder } from './temporary-folder';

/** How the executable says that a switch is on: the digit 1. */
const SWITCHED_ON: number = '1'.charCodeAt(0);

/** Which of these Content-Security-Policy lets through when the page is made to hold them. */
function letThrough(page: Page, tries: { tag: string; attribute: string; value: string; stoppedBy: string }[]) {
  return page.evaluate(
    async ({ all, waitMs }) => {
      const stopped = new Set<string>();
      document.addEventListener('securitypolicyviolation', (event) => stopped.add(event.effectiveDirective));
      for (const { tag, attribute, value, stoppedBy } of all) {
        const element = document.createElement(tag);
        try {
          element.setAttribute(attribute, value);
        } catch {
          // Trusted types refuse at once what would run.
          stopped.add(stoppedBy);
        }
        document.body.append(element);
      }
      const isStopped = ({ stoppedBy }: { stoppedBy: string }): boolean => stopped.has(stoppedBy);
      const deadlineMs = Date.now() + waitMs;
      while (!all.every(isStopped) && Date.now() < deadlineMs) await new Promise((goOn) => setTimeout(goOn, 20));
      return all.filter((each) => !isStopped(each)).map(({ tag }) => tag);
    },
    { all: tries, waitMs: DEADLINE_MS },
  );
}

it('the page reaches neither Node, nor Electron, nor files, nor the network, nor another window', async () => {
  const { page, quit } = await openProduction(temporaryFolder());
  onTestFinished(quit);
  await page.getByRole('button', { name: 'Moby-Dick' }).waitFor();

  const globals = ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'];
  expect(await page.evaluate((names) => names.filter((name) => name in window), globals)).toEqual([]);

  const reached = await page.evaluate(async () => {
    const tries: Record<string, () => unknown> = {
      network: () => fetch('https://example.com/'),
      file: () => fetch('file:///etc/hostname'),
      data: () => fetch('data:text/plain,x'),
      'another address of ours': () => fetch('app://unroll/../../package.json'),
      socket: () =>
        new Promise((resolve, reject) => {
          const socket = new WebSocket('wss://example.com/');
          socket.onopen = resolve;
          socket.onerror = reject;
        }),
      camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
      place: () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      'text as HTML': () => (document.createElement('p').innerHTML = '<b>x</b>'),
      'a window': () => window.open('https://example.com/') ?? Promise.reject(new Error('none')),
      'a frame of ours': () => window.open('app://unroll/index.html') ?? Promise.reject(new Error('none')),
    };
    const done: string[] = [];
    for (const [name, attempt] of Object.entries(tries)) {
      try {
        await attempt();
        done.push(name);
      } catch {
        // Refused, as it should be.
      }
    }
    return done;
  });
  expect(reached).toEqual([]);

  const elements = [
    { tag: 'img', attribute: 'src', value: 'https://example.com/a.png', stoppedBy: 'img-src' },
    { tag: 'script', attribute: 'src', value: 'https://example.com/a.js', stoppedBy: 'script-src-elem' },
    { tag: 'iframe', attribute: 'src', value: 'https://example.com/', stoppedBy: 'frame-src' },
    { tag: 'object', attribute: 'data', value: 'https://example.com/a.swf', stoppedBy: 'object-src' },
    { tag: 'button', attribute: 'onclick', value: 'stolen = true', stoppedBy: 'script-src-attr' },
  ];
  expect(await letThrough(page, elements)).toEqual([]);
});

it('the page cannot be led away, and what it asks of the main process is checked', async () => {
  const { page, quit } = await openProduction(temporaryFolder());
  onTestFinished(quit);
  await page.getByRole('button', { name: 'Moby-Dick' }).waitFor();
  const address = page.url();
  for (const target of ['https://example.com/', 'file:///etc/hostname', 'app://elsewhere/index.html']) {
    await page.evaluate((to) => void (location.href = to), target);
  }
  const refused = await page.evaluate(async () => {
    const api = window.unroll as unknown as Record<string, (...parameters: unknown[]) => Promise<unknown>>;
    const calls: [string, ...unknown[]][] = [
      ['changePreferences', { windowPlace: { bounds: null, maximized: true } }],
      ['changePreferences', { theme: 'pink' }],
      ['tellMenu', { possible: ['quit'], primary: 'start' }],
      ['offerSampleText', '../../package.json'],
      ['exportModel', '../../elsewhere', 'name', 'safetensors'],
      ['revealRun', '../../elsewhere'],
      ['saveDraft', '../../elsewhere', 'draft', 'text', 'name'],
    ];
    const kept: string[] = [];
    for (const [name, ...parameters] of calls) {
      const answer = api[name]?.(...parameters) ?? Promise.resolve();
      await answer.then(
        () => undefined,
        () => kept.push(name),
      );
    }
    return { kept: kept.length, asked: calls.length };
  });
  expect(refused.kept).toBe(refused.asked);
  expect(page.url()).toBe(address);
});

/** The archive of the application as it ships; nothing in it is compressed. */
function shippedArchive(): Buffer {
  const beside = dirname(productionExecutable());
  const resources = process.platform === 'darwin' ? join(beside, '..', 'Resources') : join(beside, 'resources');
  return readFileSync(join(resources, 'app.asar'));
}

it('nothing of the development build ships: neither its entry, nor its server, nor its inspector, nor a source map', () => {
  const archive = shippedArchive();
  const ships = (text: string): boolean => archive.includes(text);
  // What the two builds share is found, so what is not found was not found.
  expect(['Content-Security-Policy', 'Unroll engine'].filter((text) => !ships(text))).toEqual([]);
  const ofDevelopment = [
    'UNROLL_PAGE_SERVER',
    'UNROLL_ENGINE_INSPECTOR',
    '--inspect=127.0.0.1',
    'unsafe-inline',
    '/@vite/',
  ];
  const maps = ['.js.map', '.cjs.map', '.css.map', '//# sourceMappingURL='];
  expect([...ofDevelopment, ...maps].filter(ships)).toEqual([]);
});

it('the application as it ships asks no server for its page, whatever its surroundings say', async () => {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // A server that would be heard.
  await fetch(address);
  expect(asked).toBe(1);
  for (const name of ['UNROLL_PAGE_SERVER', 'ELECTRON_RENDERER_URL', 'VITE_DEV_SERVER_URL']) vi.stubEnv(name, address);
  onTestFinished(() => void vi.unstubAllEnvs());
  const { page, quit } = await openProduction(temporaryFolder());
  onTestFinished(quit);
  await page.getByRole('button', { name: 'Moby-Dick' }).waitFor();
  const reached = await page.evaluate(
    (to) =>
      fetch(to).then(
        () => true,
        () => false,
      ),
    address,
  );
  expect(reached).toBe(false);
  expect(asked).toBe(1);
});

it('the switches of the application as it ships are those of the checklist', async () => {
  const wire = await getCurrentFuseWire(
    process.platform === 'linux' ? `${productionExecutable()}.bin` : productionExecutable(),
  );
  const isOn = (fuse: FuseV1Options): boolean => Number(wire[fuse]) === SWITCHED_ON;
  expect({
    runAsNode: isOn(FuseV1Options.RunAsNode),
    cookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
    nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspector: isOn(FuseV1Options.EnableNodeCliInspectArguments),
    onlyAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
    fileProtocol: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: false,
    cookieEncryption: true,
    nodeOptions: false,
    inspector: false,
    onlyAsar: true,
    fileProtocol: false,
  });
});
