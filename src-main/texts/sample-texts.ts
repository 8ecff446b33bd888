// Finds the sample texts that come with the application.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import type { SampleText } from '../calls/window-api';

const sampleList = v.array(v.object({ id: v.string(), title: v.string(), description: v.string(), file: v.string() }));

export interface SampleFile extends SampleText {
  path: string;
}

export async function readSampleTexts(folder: string): Promise<SampleFile[]> {
  const list = v.parse(sampleList, JSON.parse(await readFile(join(folder, 'samples.json'), 'utf8')));
  return list.map(({ file, ...sample }) => ({ ...sample, path: join(folder, basename(file)) }));
}
