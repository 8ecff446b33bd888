// Fuzzes what the page asks of the main process, with Electron itself replaced: what is of another shape, or from another sender, does nothing.
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { CASES, eachCase, expectSentence, orRefused } from './fuzz-cases';
import { mutatedJson } from './mutate';

type Answer = (event: unknown, ...parameters: unknown[]) => Promise<unknown>;

const electron = vi.hoisted(() => ({
  answers: new Map<string, Answer>(),
  shown: [] as string[],
}));

vi.mock('electron', () => ({
  app: { getVersion: () => '1.2.3' },
  ipcMain: { handle: (channel: string, answer: Answer) => electron.answers.set(channel, answer) },
  clipboard: { readText: () => Promise.resolve('Call me Ishmael.'), has: () => false },
  dialog: { showMessageBox: () => Promise.resolve({ response: 1 }) },
  shell: { showItemInFolder: (path: string) => electron.shown.push(path), trashItem: () => Promise.resolve() },
}));
vi.mock('electron-log/main.js', () => ({ default: { warn: () => undefined } }));

const RUNS = '/home/someone/runs';
const PROGRAM = '/opt/Unroll/resources';
const page = { url: 'app://unroll/index.html' };
const contents = { mainFrame: page };
const window = { webContents: contents };
const ours = { sender: contents, senderFrame: page };

/** What the page asks for, as it should. */
const CALLS: Record<string, unknown[]> = {
  'unroll:save-draft': ['run-1', 'draft-1', 'text', 'Ahab'],
  'unroll:save-file': ['chart', 'png', new Uint8Array([1])],
  'unroll:export-model': ['run-1', null, 'Ahab', 'safetensors'],
  'unroll:show-saved': ['token-1'],
  'unroll:tell-menu': [{ possible: ['open-text'], primary: 'start' }],
  'unroll:change-preferences': [{ theme: 'dark' }],
  'unroll:save-own-presets': [[{ name: 'mine', values: { lanes: 3 } }]],
  'unroll:offer-drop': [['/home/someone/text.txt']],
  'unroll:choose-conversion': ['token-1'],
  'unroll:choose-handover-folder': ['Ahab, handed over'],
  'unroll:show-offered': ['token-1'],
  'unroll:offer-sample-text': ['moby-dick'],
  'unroll:offer-sample-network': ['moby-dick'],
  'unroll:reveal-run': ['run-1'],
  'unroll:trash-runs': [[{ id: 'run-1', name: 'Ahab' }]],
};

const written: unknown[] = [];

beforeAll(async () => {
  vi.resetModules();
  Object.assign(process, { resourcesPath: PROGRAM });
  const { answerWindowCalls } = await import('../../src-main/calls/window-calls');
  const { answerOfferCalls } = await import('../../src-main/calls/offer-calls');
  const { answerRunCalls } = await import('../../src-main/calls/run-calls');
  const windowOf = () => window as never;
  const refusing = new Proxy({}, { get: () => () => Promise.resolve(null) });
  const offers = {
    offerFiles: (paths: string[]) => written.push(paths),
    pathsOf: () => [],
    offer: () => ({}),
    offerText: () => ({}),
  };
  const preferences = { assign: (change: object) => written.push(...Object.entries(change)), values: {} };
  const presets = { read: () => [], write: (list: unknown) => written.push(list) };
  answerWindowCalls({ window: windowOf, dialogs: refusing, engine: { requests: refusing, begin: () => undefined }, preferences, presets, menu: { follow: () => undefined }, vectors: () => null } as never); // prettier-ignore
  answerOfferCalls({ window: windowOf, dialogs: refusing, offers, recent: { all: () => Promise.resolve([]), forget: () => undefined }, samples: () => Promise.resolve([]), keepText: (name: string) => Promise.resolve(`/home/someone/${name}`) } as never); // prettier-ignore
  answerRunCalls({ window: windowOf, engine: { requests: refusing }, runsFolder: RUNS } as never);
});

test('every channel that takes anything is fuzzed', () => {
  const withoutParameters = [...electron.answers.keys()].filter((channel) => !(channel in CALLS));
  expect(electron.answers.size).toBeGreaterThan(15);
  expect(withoutParameters.every((channel) => /choose-|recent|forget|paste|own-presets|begin-engine|about-program|show-licences/.test(channel))).toBe(true); // prettier-ignore
});

test('a call of any shape is answered or refused with a sentence', async () => {
  await eachCase(0.06, async (chance, what) => {
    const channel = chance.pick([...electron.answers.keys()]);
    const sent = mutatedJson(chance, CALLS[channel] ?? []);
    const parameters: unknown[] = Array.isArray(sent) ? sent : [sent];
    await orRefused(() => electron.answers.get(channel)?.(ours, ...parameters), what);
  });
  // Of a run's folder nothing but itself is ever shown, and else only the licences.
  const licences = join(PROGRAM, 'licences', 'NOTICES.txt');
  for (const path of electron.shown.filter((each) => each !== licences))
    expect(path).toMatch(new RegExp(`^${join(RUNS, '[A-Za-z0-9][A-Za-z0-9._-]*', 'run.json')}$`));
  expect(CASES).toBeGreaterThan(0);
});

async function expectUnanswered(event: unknown): Promise<void> {
  written.length = 0;
  for (const [channel, answer] of electron.answers) {
    const refusal: unknown = await answer(event, ...(CALLS[channel] ?? [])).catch((error: unknown) => error);
    expectSentence((refusal as Error).message, channel);
    expect((refusal as Error).message).toContain('Only Unroll’s own page');
  }
  expect(written).toEqual([]);
}

test.each([
  ['another window', { sender: { mainFrame: page }, senderFrame: page }],
  ['a frame in the page', { sender: contents, senderFrame: { url: page.url } }],
  ['a frame that is gone', { sender: contents, senderFrame: null }],
])('%s is answered nothing on any channel', (_, event) => expectUnanswered(event));

test('our own window is answered nothing once it is at another address', async () => {
  const { url } = page;
  page.url = 'https://example.com/';
  onTestFinished(() => void (page.url = url));
  await expectUnanswered(ours);
});

test('what is of another shape is not done', async () => {
  written.length = 0;
  const calls: [string, unknown][] = [
    ['unroll:change-preferences', { theme: 'pink' }],
    ['unroll:change-preferences', { windowPlace: null }],
    ['unroll:save-own-presets', [{ name: 3, values: {} }]],
    ['unroll:offer-drop', [3]],
  ];
  for (const [channel, parameter] of calls)
    await expect(electron.answers.get(channel)!(ours, parameter)).rejects.toThrow('with invalid arguments');
  expect(written).toEqual([]);
});
