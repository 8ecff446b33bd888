// Remembers between two starts what the user prefers, and the small things: the window's place, zoom and the last dialog's folder.
import Store from 'electron-store';
import type { PersonalPreferences } from '../calls/window-api';
import type { WindowPlace } from '../window/window-place';

export interface Preferences extends PersonalPreferences {
  windowPlace: WindowPlace;
  /** Empty until a dialog has been used. */
  dialogFolder: string;
  zoomPercent: number;
}

export type PreferenceStore = Store<Preferences>;

const coordinate = { type: 'integer', minimum: -100_000, maximum: 100_000 } as const;

export function openPreferences(): PreferenceStore {
  return new Store<Preferences>({
    name: 'preferences',
    clearInvalidConfig: true,
    defaults: {
      windowPlace: { bounds: null, maximized: false },
      dialogFolder: '',
      zoomPercent: 100,
      theme: 'system',
      keepAwake: true,
      notifyAtEnd: true,
      closingWhileTraining: 'ask',
      wasTourLeft: false,
    },
    schema: {
      windowPlace: {
        type: 'object',
        required: ['bounds', 'maximized'],
        properties: {
          bounds: {
            type: ['object', 'null'],
            required: ['x', 'y', 'width', 'height'],
            properties: { x: coordinate, y: coordinate, width: coordinate, height: coordinate },
          },
          maximized: { type: 'boolean' },
        },
      },
      dialogFolder: { type: 'string' },
      zoomPercent: { type: 'number', minimum: 25, maximum: 500 },
      theme: { enum: ['system', 'light', 'dark'] },
      keepAwake: { type: 'boolean' },
      notifyAtEnd: { type: 'boolean' },
      closingWhileTraining: { enum: ['ask', 'background', 'quit'] },
      wasTourLeft: { type: 'boolean' },
    },
  });
}

export function personalPreferences(store: PreferenceStore): PersonalPreferences {
  const { theme, keepAwake, notifyAtEnd, closingWhileTraining, wasTourLeft } = store.store;
  return { theme, keepAwake, notifyAtEnd, closingWhileTraining, wasTourLeft };
}
