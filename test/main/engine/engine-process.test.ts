// Tests when the engine begins and that nothing which is asked of it before is lost, with Electron itself replaced.
import { EventEmitter } from 'node:events';
import { beforeEach, expect, it, vi } from 'vitest';
import { EngineProcess } from '../../../src-main/engine/engine-process';

const forked = vi.hoisted(() => ({ children: [] as { told: unknown[]; ends(): void }[] }));

vi.mock('electron', () => ({
  MessageChannelMain: null,
  utilityProcess: {
    fork: () => {
      const told: unknown[] = [];
      const child = Object.assign(new EventEmitter(), { stderr: null, kill: () => true, postMessage: (message: unknown) => told.push(message) }); // prettier-ignore
      forked.children.push({ told, ends: () => child.emit('exit', 9) });
      return child;
    },
  },
}));

function engineProcess(onStarted = (): void => undefined): EngineProcess {
  const never = (): void => undefined;
  return new EngineProcess({
    modulePath: 'engine-main.js',
    flags: [],
    runsFolder: 'runs',
    modelsFolder: 'models',
    textsFolder: 'texts',
    listFile: 'list.json',
    locale: 'en',
    onStarted,
    onLost: never,
    onNews: never,
    onVectors: never,
    log: never,
  });
}

beforeEach(() => {
  forked.children = [];
});

it('what is asked before the engine has begun begins it, and is told to it after what every engine is told', () => {
  const engine: EngineProcess = engineProcess(() => engine.tellPower(false));
  expect(forked.children).toEqual([]);
  engine.offer('token', ['/a text']);
  void engine.requests.keepText('Pasted', new Uint8Array([65]));
  expect(forked.children).toHaveLength(1);
  const kinds = forked.children[0]?.told.map((message) => (message as { kind: string }).kind);
  expect(kinds).toEqual(['power', 'offer-text', 'keep-text']);
});

it('there is one engine, however often it is begun', () => {
  const engine = engineProcess();
  engine.begin();
  engine.begin();
  expect(forked.children).toHaveLength(1);
});

it('one that has ended hears nothing, and whoever asks is told so at once', async () => {
  const engine = engineProcess();
  engine.begin();
  forked.children[0]?.ends();
  await expect(engine.requests.exportModel('run', null, '/a place')).resolves.toMatch(/engine/);
  expect(forked.children[0]?.told).toEqual([]);
});
