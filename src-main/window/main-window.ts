// Makes the one window: sandboxed, on the ground colour of the system's theme, where it was the last time.
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { join } from 'node:path';
import { PAGE_ADDRESS } from './app-scheme';
import windowIcon from '../icons/icon.png?asset';
import type { PreferenceStore } from '../preferences/preferences';
import { systemLocale } from '../preferences/system-locale';
import { LOCALE_SWITCH } from '../calls/window-api';
import { LEAST_SIZE, placeWindow } from './window-place';

/** --ground of the page's tokens.css: what shows before the first paint. */
const GROUND = { light: '#f7f7f5', dark: '#17181b' };

const groundColour = (): string => (nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light);

function followTheme(window: BrowserWindow): void {
  const paint = (): void => window.setBackgroundColor(groundColour());
  nativeTheme.on('updated', paint);
  window.once('closed', () => nativeTheme.off('updated', paint));
}

function rememberPlace(window: BrowserWindow, preferences: PreferenceStore): void {
  window.on('close', () => {
    preferences.set('windowPlace', { bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  });
}

export function createMainWindow(preferences: PreferenceStore): BrowserWindow {
  const place = preferences.get('windowPlace');
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...placeWindow(place.bounds, workAreas),
    minWidth: LEAST_SIZE.width,
    minHeight: LEAST_SIZE.height,
    title: 'Unroll',
    show: false,
    backgroundColor: groundColour(),
    // Elsewhere the packaged application's own icon shows.
    ...(process.platform === 'linux' ? { icon: windowIcon } : {}),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      // The spelling checker would fetch its dictionaries from the network.
      spellcheck: false,
      // The page's code is compiled at its first start, and read as compiled from then on.
      v8CacheOptions: 'bypassHeatCheck',
      additionalArguments: [`${LOCALE_SWITCH}${systemLocale()}`],
    },
  });
  if (place.maximized) window.maximize();
  rememberPlace(window, preferences);
  followTheme(window);
  void window.loadURL(PAGE_ADDRESS);
  return window;
}
