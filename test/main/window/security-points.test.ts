// Tests each point of Electron's security checklist where it is configured, by the numbers of docs/security.md, with Electron itself
// replaced; 17 is tested in test/fuzz/main-messages.test.ts. What a hostile page really reaches, test/desktop/security.test.ts tries.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test, vi } from 'vitest';

type Listener = (...words: never[]) => unknown;

const electron = vi.hoisted(() => {
  const heard = new Map<string, Listener>();
  const told: { name: string; words: unknown[] }[] = [];
  /** Remembers what it is told by any method, and what listens to it. */
  const remembering = (about: string): Record<string, unknown> =>
    new Proxy({}, {
      get: (_, name) => (...words: unknown[]) => {
        told.push({ name: `${about}.${String(name)}`, words });
        if (typeof words[0] === 'string' && typeof words[1] === 'function') heard.set(`${about} ${words[0]}`, words[1] as Listener);
        return [];
      },
    }); // prettier-ignore
  return { heard, told, remembering };
});

vi.mock('electron', () => {
  function BrowserWindow(options: unknown): unknown {
    electron.told.push({ name: 'new BrowserWindow', words: [options] });
    return electron.remembering('window');
  }
  const names = ['app', 'nativeTheme', 'screen', 'protocol', 'contextBridge', 'ipcRenderer', 'webUtils'];
  return { BrowserWindow, ...Object.fromEntries(names.map((name) => [name, electron.remembering(name)])) };
});
vi.mock('../../../src-main/icons/icon.png?asset', () => ({ default: 'icon.png' }));
vi.mock('../../../src-main/preferences/system-locale', () => ({ systemLocale: () => 'en' }));

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const toldOf = (name: string): unknown[][] =>
  electron.told.filter((each) => each.name === name).map(({ words }) => words);

let webPreferences: Record<string, unknown> = {};
let policy = '';
let reachable: readonly string[] = ['?'];

beforeAll(async () => {
  vi.resetModules();
  vi.stubGlobal('navigator', { language: 'en' });
  const { createMainWindow } = await import('../../../src-main/window/main-window');
  createMainWindow({ get: () => ({ bounds: null, maximized: false }), set: () => undefined } as never);
  ({ webPreferences } = toldOf('new BrowserWindow')[0]![0] as { webPreferences: Record<string, unknown> });
  const { guardContents, guardSession } = await import('../../../src-main/window/guards');
  guardContents();
  electron.heard.get('app web-contents-created')?.(...([{}, electron.remembering('contents')] as never[]));
  guardSession({ ...sessionParts() } as never, []);
  const { builtPage } = await import('../../../src-main/window/built-page');
  ({ contentSecurityPolicy: policy, reachable } = builtPage('/nowhere'));
  const { declareAppScheme, servePage } = await import('../../../src-main/window/app-scheme');
  declareAppScheme();
  servePage({ contentSecurityPolicy: policy, reachable, read: () => Promise.resolve({ content: new Uint8Array(), contentType: 'text/html' }) }); // prettier-ignore
  // Of another world than these tests, which see no page.
  // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- as a string the compiler does not follow it
  await import('../../../src-main/preload' as string);
});

const session = {
  spelledLanguages: ['en'],
  onBeforeRequest: null as null | ((details: { url: string }, answer: (said: { cancel: boolean }) => void) => void),
  onRequest: null as null | ((contents: unknown, permission: string, answer: (yes: boolean) => void) => void),
  onCheck: null as null | ((contents: unknown, permission: string) => boolean),
  onDevice: null as null | (() => boolean),
};

function sessionParts() {
  return {
    webRequest: { onBeforeRequest: (listener: never) => (session.onBeforeRequest = listener) },
    setPermissionRequestHandler: (listener: never) => (session.onRequest = listener),
    setPermissionCheckHandler: (listener: never) => (session.onCheck = listener),
    setSpellCheckerLanguages: (languages: string[]) => (session.spelledLanguages = languages),
    setDevicePermissionHandler: (listener: never) => (session.onDevice = listener),
    on: (name: string, listener: Listener) => electron.heard.set(`session ${name}`, listener),
  };
}

/** Every source of the main process, the preload among them. */
function sources(): { name: string; text: string }[] {
  const folder = join(ROOT, 'src-main');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

const inSources = (pattern: RegExp): string | null =>
  sources()
    .map(({ text }) => pattern.exec(text)?.[0] ?? null)
    .find((found) => found !== null) ?? null;

/** Whether what listens to an event of a page prevents it. */
function prevents(event: string): boolean {
  let prevented = false;
  electron.heard.get(event)?.(...([{ preventDefault: () => (prevented = true) }] as never[]));
  return prevented;
}

test.each(['http://a.b/', 'https://a.b/', 'ws://a.b/', 'wss://a.b/', 'file:///etc/hostname', 'data:text/html,x', 'blob:https://a.b/1', 'ftp://a.b/', 'chrome://gpu/'])(
  'point 1: a request to %s is cancelled',
  (url) => {
    let cancelled: boolean | null = null;
    session.onBeforeRequest?.({ url }, ({ cancel }) => (cancelled = cancel));
    expect(cancelled).toBe(true);
  },
); // prettier-ignore

test('point 1: our own page is let through, nothing beside it, and WebRTC does not go past', () => {
  let cancelled: boolean | null = null;
  session.onBeforeRequest?.({ url: 'app://unroll/index.html' }, ({ cancel }) => (cancelled = cancel));
  expect(cancelled).toBe(false);
  expect(reachable).toEqual([]);
  expect(toldOf('contents.setWebRTCIPHandlingPolicy')).toEqual([['disable_non_proxied_udp']]);
});

test('point 1: no dictionary is fetched for checking the spelling', () => {
  expect([webPreferences.spellcheck, session.spelledLanguages]).toEqual([false, []]);
});

test('point 2: the page has no Node, in no frame and no worker', () => {
  expect(webPreferences.nodeIntegration).toBe(false);
  expect([webPreferences.nodeIntegrationInWorker, webPreferences.nodeIntegrationInSubFrames]).toEqual([
    undefined,
    undefined,
  ]);
});

test('point 3: the preload lives in a context of its own', () => {
  expect(webPreferences.contextIsolation).toBe(true);
});

test('point 4: the page is sandboxed, and nothing of the product takes that back', () => {
  expect(webPreferences.sandbox).toBe(true);
  expect(inSources(/no-sandbox|sandbox: false/)).toBeNull();
});

test('point 5: no permission is given but writing to the clipboard', () => {
  const permissions = ['media', 'geolocation', 'notifications', 'midi', 'clipboard-read', 'fullscreen', 'openExternal', 'hid', 'serial', 'usb', 'fileSystem', 'clipboard-sanitized-write']; // prettier-ignore
  const given = permissions.filter((permission) => {
    let said = false;
    session.onRequest?.(null, permission, (yes) => (said = yes));
    return said || session.onCheck?.(null, permission) !== false;
  });
  expect(given).toEqual(['clipboard-sanitized-write']);
  expect(session.onDevice?.()).toBe(false);
});

test('points 6, 8, 9 and 10: nothing is switched off or on that Electron has the other way', () => {
  const usual = ['webSecurity', 'allowRunningInsecureContent', 'experimentalFeatures', 'enableBlinkFeatures'];
  expect(Object.keys(webPreferences).filter((name) => usual.includes(name))).toEqual([]);
  expect(inSources(/disable-web-security|allow-running-insecure-content|enable-(blink|experimental)-/)).toBeNull();
});

test('point 7: every answer has the policy, which lets in nothing by default and no script but ours', async () => {
  type Answer = (response: { headers: Record<string, string> }) => void;
  const serve = toldOf('protocol.registerBufferProtocol')[0]?.[1] as (request: object, answer: Answer) => void;
  const request = { url: 'app://unroll/index.html', method: 'GET', headers: {} };
  const { headers } = await new Promise<Parameters<Answer>[0]>((answer) => serve(request, answer));
  expect(headers).toMatchObject({ 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff' });
  const directives = new Map(policy.split('; ').map((line) => [line.split(' ', 1).join(), line.replace(/^\S+ /, '')]));
  expect(Object.fromEntries(directives)).toMatchObject({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
    'require-trusted-types-for': "'script'",
  });
  expect(policy).not.toMatch(/unsafe|\*|https?:|connect-src/);
});

test('points 11 and 12: no <webview>, and none is attached', () => {
  expect(webPreferences.webviewTag).toBeUndefined();
  expect(prevents('contents will-attach-webview')).toBe(true);
});

test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('point 13: %s is prevented', (event) => {
  expect(prevents(`contents ${event}`)).toBe(true);
});

test('point 14: no window is opened, and nothing is downloaded', () => {
  const handler = toldOf('contents.setWindowOpenHandler')[0]?.[0] as () => unknown;
  expect(handler()).toEqual({ action: 'deny' });
  expect(prevents('session will-download')).toBe(true);
});

test('point 15: what the system is given to open comes from one file, and never from the page', () => {
  const callers = sources().filter(({ text }) => /openExternal|openPath/.test(text));
  expect(callers.map(({ name }) => name)).toEqual([join('menu', 'about-the-program.ts')]);
});

test('point 16: what ships is a current Electron, newer than the one that tests are pinned to', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  expect(Number(/^\^(\d+)\./.exec(devDependencies.electron ?? '')?.[1])).toBeGreaterThanOrEqual(45);
});

test('point 18: the page has an address of its own, with no privilege of a file', () => {
  expect(toldOf('window.loadURL')).toEqual([['app://unroll/index.html']]);
  expect(toldOf('protocol.registerSchemesAsPrivileged')).toEqual([
    [[{ scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } }]],
  ]);
  expect(inSources(/loadFile/)).toBeNull();
});

test('point 19: the fuses of what ships are those that Electron advises', async () => {
  // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- as a string the compiler does not follow it
  const { fuses } = (await import('../../../build/packaging/fuses.mjs' as string)) as {
    fuses(options: { isTestBuild: boolean; platform: string }): Record<string, boolean>;
  };
  expect(fuses({ isTestBuild: false, platform: 'darwin' })).toEqual({
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    GrantFileProtocolExtraPrivileges: false,
    WasmTrapHandlers: true,
  });
});

test('point 20: the page gets named functions over plain data, and no event of Electron’s', () => {
  const [[world, api]] = toldOf('contextBridge.exposeInMainWorld') as [[string, Record<string, unknown>]];
  expect(world).toBe('unroll');
  for (const [name, value] of Object.entries(api))
    expect(['function', 'string', 'boolean', 'object'], name).toContain(typeof value);
  expect(Object.values(api).filter((value) => value === electron || typeof value === 'symbol')).toEqual([]);
  const heard: unknown[][] = [];
  (api.onNotice as (listener: (...words: unknown[]) => void) => void)((...words) => heard.push(words));
  const listener = toldOf('ipcRenderer.on').find(([channel]) => channel === 'unroll:notice')?.[1] as Listener;
  listener(...([{ sender: 'secret', ports: [] }, 'words'] as never[]));
  expect(heard).toEqual([['words']]);
});
