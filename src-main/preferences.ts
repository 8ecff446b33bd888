// Remembers the small things between two starts: the window's place and the folder of the last dialog.
import Store from 'electron-store';
import type { WindowPlace } from './window-place';

export interface Preferences {
  windowPlace: WindowPlace;
  /** Empty until a dialog has been used. */
  dialogFolder: string;
}

export type PreferenceStore = Store<Preferences>;

const coordinate = { type: 'integer', minimum: -100_000, maximum: 100_000 } as const;

export function openPreferences(): PreferenceStore {
  return new Store<Preferences>({
    name: 'preferences',
    clearInvalidConfig: true,
    defaults: { windowPlace: { bounds: null, maximized: false }, dialogFolder: '' },
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
    },
  });
}
