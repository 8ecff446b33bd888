// Tests that the window is shown, and the engine begun, once it is painted, and also where the first picture never comes; with Electron itself replaced.
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PageWindow } from '../../../src-main/window/page-window';

const made = vi.hoisted(() => ({ windows: [] as EventEmitter[], shows: 0 }));

vi.mock('electron', () => ({ dialog: {} }));
vi.mock('../../../src-main/window/zoom', () => ({ applyZoom: () => undefined, changeZoom: () => undefined }));
vi.mock('../../../src-main/window/main-window', () => ({
  createMainWindow: () => {
    const webContents = new EventEmitter();
    const window = Object.assign(new EventEmitter(), { webContents, isDestroyed: () => false, show: () => (made.shows += 1) }); // prettier-ignore
    made.windows.push(window);
    return window;
  },
}));

let painted: number;
let window: EventEmitter & { webContents: EventEmitter };

beforeEach(() => {
  vi.useFakeTimers();
  made.windows = [];
  made.shows = 0;
  painted = 0;
  const never = (): void => undefined;
  const page = new PageWindow({ preferences: {} as never, onPainted: () => (painted += 1), onLoaded: never, mayClose: () => true, onClosed: never, onSessionEnd: never, log: never }); // prettier-ignore
  page.show();
  window = made.windows[0] as typeof window;
});
afterEach(() => void vi.useRealTimers());

it('a window is shown when it is painted, once', () => {
  expect([made.shows, painted]).toEqual([0, 0]);
  window.emit('ready-to-show');
  expect([made.shows, painted]).toEqual([1, 1]);
  window.webContents.emit('did-finish-load');
  vi.runAllTimers();
  expect([made.shows, painted]).toEqual([1, 1]);
});

it('one that Chromium leaves unpainted is shown when its page is loaded', () => {
  window.webContents.emit('did-start-loading');
  expect(made.shows).toBe(0);
  window.webContents.emit('did-finish-load');
  expect([made.shows, painted]).toEqual([1, 1]);
});
