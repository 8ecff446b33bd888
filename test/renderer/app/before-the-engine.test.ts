// Tests that a window can be used before its engine is there: what is done begins the engine, and is carried out when it is.
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import type { EngineCommand, RunSummary } from '../../../src-engine/protocol/messages';
import type { WindowApi } from '../../../src-main/calls/window-api';
import { EventRouter } from '../../../src-renderer/app/event-router';
import { Workbench } from '../../../src-renderer/app/workbench.svelte';
import { summary as run } from '../../run-summary';

let begun: number;
let last: string | null;

beforeEach(() => {
  begun = 0;
  last = null;
  vi.stubGlobal('localStorage', {
    getItem: () => last,
    setItem: (_key: string, id: string) => (last = id),
    removeItem: () => (last = null),
  });
  onTestFinished(() => void vi.unstubAllGlobals());
});

function openWindow(remembered: RunSummary[] | null) {
  const api: Partial<WindowApi> = {
    beginEngine: () => Promise.resolve(void (begun += 1)),
    ownPresets: () => Promise.resolve([]),
    recentTexts: () => Promise.resolve([]),
    offerDrop: () => Promise.resolve([{ token: 'token', kind: 'text', names: ['Faust.txt'] }]),
    onNotice: () => undefined,
    onOffered: () => undefined,
    onOpenRun: () => undefined,
  };
  const workbench = new Workbench(api as WindowApi, remembered && { runs: remembered, models: [] });
  const router = new EventRouter(workbench);
  const page = new EventTarget();
  onTestFinished(workbench.link.listen(page as Window, router));
  /** As the main process does when the engine has begun; answers with what the engine is told. */
  const attachEngine = (): EngineCommand[] => {
    const told: EngineCommand[] = [];
    const port = { postMessage: (command: EngineCommand) => told.push(command), close: () => undefined };
    const event = Object.assign(new Event('message'), { source: page, data: 'unroll:engine-port', ports: [port] });
    page.dispatchEvent(event);
    return told;
  };
  return { workbench, router, attachEngine };
}

const ofKind = (told: EngineCommand[], kind: EngineCommand['kind']) => told.filter((command) => command.kind === kind);

it('a remembered list waits for no engine, and what the page asks by itself begins none', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { workbench, attachEngine } = openWindow([run('a')]);
  workbench.tuning.askCost({} as never, null);
  vi.runAllTimers();
  expect([begun, workbench.runs.known]).toEqual([0, true]);
  expect(ofKind(attachEngine(), 'estimate-cost')).toHaveLength(1);
});

it('without one the engine is begun at once', () => {
  openWindow(null);
  expect(begun).toBe(1);
});

it('a click on a remembered run opens it, begins the engine, and is told to it once, after the list is asked for', () => {
  const { workbench, attachEngine } = openWindow([run('a'), run('b')]);
  workbench.selection.openRun('b');
  expect(begun).toBeGreaterThan(0);
  expect(workbench.selection.run?.id).toBe('b');
  const told = attachEngine();
  expect(told[0]).toEqual({ kind: 'list-runs', first: 'b' });
  expect(ofKind(told, 'open-run')).toEqual([{ kind: 'open-run', run: 'b' }]);
  expect(ofKind(attachEngine(), 'open-run')).toEqual([]);
});

it('the run that was open last is open again', () => {
  last = 'a';
  const { workbench, attachEngine } = openWindow([run('a'), run('b')]);
  expect(workbench.selection.run?.id).toBe('a');
  expect(ofKind(attachEngine(), 'open-run')).toHaveLength(1);
});

it('a name, a resumed run and a dropped text reach the engine in the order in which they came', async () => {
  const { workbench, attachEngine } = openWindow([run('a')]);
  workbench.actions.rename('a', 'Better');
  workbench.selection.openRun('a');
  workbench.startOrPause();
  await workbench.takeDrop([]);
  const kinds = attachEngine().map(({ kind }) => kind);
  const asked = ['rename-run', 'open-run', 'resume-run', 'summarise-text'] as const;
  expect(kinds.filter((kind) => asked.some((each) => each === kind))).toEqual(asked);
});

it('what an engine that dies before it has begun was asked reaches the next one', () => {
  const { workbench, router, attachEngine } = openWindow([run('a')]);
  workbench.actions.rename('a', 'Better');
  router.engineLost('The engine stopped unexpectedly and is restarting.');
  expect(ofKind(attachEngine(), 'rename-run')).toHaveLength(1);
});

it('a remembered run that is gone leaves the window, which says so, as soon as the engine tells the list', () => {
  const { workbench, router, attachEngine } = openWindow([run('a'), run('gone')]);
  workbench.selection.openRun('gone');
  attachEngine();
  router.received({ kind: 'runs', runs: [run('a')], isFirst: true, isLast: true });
  expect(workbench.selection.opened).toBeNull();
  expect(workbench.runs.runs.map(({ id }) => id)).toEqual(['a']);
  expect(workbench.notices.list.map(({ sentence }) => sentence)).toEqual([
    '“gone” is no longer there: its folder is gone.',
  ]);
});
