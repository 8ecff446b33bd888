// Keeps the presets that the user saved, in a file of their own.
import { app } from 'electron';
import { join } from 'node:path';
import * as v from 'valibot';
import type { OwnPreset } from '../calls/window-api';
import { JsonFile } from './json-file';

export interface OwnPresets {
  read(): OwnPreset[];
  write(presets: OwnPreset[]): void;
}

const preset = v.object({ name: v.string(), values: v.record(v.string(), v.union([v.number(), v.string()])) });
const file = v.object({ presets: v.fallback(v.array(preset), []) });

export function openOwnPresets(): OwnPresets {
  const store = new JsonFile<{ presets: OwnPreset[] }>(join(app.getPath('userData'), 'presets.json'), file);
  return { read: () => store.get('presets'), write: (presets) => store.set('presets', presets) };
}
