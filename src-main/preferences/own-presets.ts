// Keeps the presets that the user saved, in a file of their own.
import Store from 'electron-store';
import type { OwnPreset } from '../calls/window-api';

export interface OwnPresets {
  read(): OwnPreset[];
  write(presets: OwnPreset[]): void;
}

export function openOwnPresets(): OwnPresets {
  const store = new Store<{ presets: OwnPreset[] }>({
    name: 'presets',
    clearInvalidConfig: true,
    defaults: { presets: [] },
    schema: {
      presets: {
        type: 'array',
        items: {
          type: 'object',
          required: ['name', 'values'],
          properties: {
            name: { type: 'string' },
            values: { type: 'object', additionalProperties: { anyOf: [{ type: 'number' }, { type: 'string' }] } },
          },
        },
      },
    },
  });
  return { read: () => store.get('presets'), write: (presets) => store.set('presets', presets) };
}
