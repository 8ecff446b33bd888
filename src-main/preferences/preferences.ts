// Remembers between two starts what the user prefers, and the small things: the window's place, zoom and the last dialog's folder.
import { app } from 'electron';
import { join } from 'node:path';
import * as v from 'valibot';
import type { PersonalPreferences } from '../calls/window-api';
import type { WindowPlace } from '../window/window-place';
import { JsonFile } from './json-file';

export interface Preferences extends PersonalPreferences {
  windowPlace: WindowPlace;
  /** Empty until a dialog has been used. */
  dialogFolder: string;
  zoomPercent: number;
}

export type PreferenceStore = JsonFile<Preferences>;

const coordinate = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000));
const bounds = v.object({ x: coordinate, y: coordinate, width: coordinate, height: coordinate });
const windowPlace = v.object({ bounds: v.nullable(bounds), maximized: v.boolean() });

const preferences = v.object({
  windowPlace: v.fallback(windowPlace, { bounds: null, maximized: false }),
  dialogFolder: v.fallback(v.string(), ''),
  zoomPercent: v.fallback(v.pipe(v.number(), v.minValue(25), v.maxValue(500)), 100),
  theme: v.fallback(v.picklist(['system', 'light', 'dark']), 'system'),
  keepAwake: v.fallback(v.boolean(), true),
  notifyAtEnd: v.fallback(v.boolean(), true),
  closingWhileTraining: v.fallback(v.picklist(['ask', 'background', 'quit']), 'ask'),
  wasTourLeft: v.fallback(v.boolean(), false),
});

export function readPreferences(path: string): PreferenceStore {
  return new JsonFile<Preferences>(path, preferences);
}

export function openPreferences(): PreferenceStore {
  return readPreferences(join(app.getPath('userData'), 'preferences.json'));
}

export function personalPreferences(store: PreferenceStore): PersonalPreferences {
  const { theme, keepAwake, notifyAtEnd, closingWhileTraining, wasTourLeft } = store.values;
  return { theme, keepAwake, notifyAtEnd, closingWhileTraining, wasTourLeft };
}
