// Finds the sample texts that come with the application, and the networks that were trained on them.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import type { SampleText } from '../calls/window-api';

const sampleList = v.array(v.object({ id: v.string(), title: v.string(), description: v.string(), file: v.string() }));
const networkList = v.array(v.object({ id: v.string(), file: v.string(), prompt: v.string() }));

export interface SampleFile extends SampleText {
  path: string;
  /** null where none came with it. */
  networkPath: string | null;
}

/** For the page, which knows no path. */
export function withoutPaths({ id, title, description, prompt }: SampleFile): SampleText {
  return { id, title, description, prompt };
}

export async function readSampleTexts(folder: string): Promise<SampleFile[]> {
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(folder, name), 'utf8'));
  const networks = v.parse(networkList, await read('networks.json'));
  const list = v.parse(sampleList, await read('samples.json'));
  return list.map(({ file, ...sample }) => {
    const network = networks.find(({ id }) => id === sample.id);
    const networkPath = network ? join(folder, 'networks', basename(network.file)) : null;
    return { ...sample, prompt: network?.prompt ?? null, path: join(folder, basename(file)), networkPath };
  });
}
