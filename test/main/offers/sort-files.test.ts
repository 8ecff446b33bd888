// Tests that models, a run's folder and a text are told apart, together and alone.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sortFiles } from '../../../src-main/offers/sort-files';

describe('Among files and folders from outside', () => {
  let folder: string;
  let run: string;
  let prose: string;
  const at = (name: string): string => join(folder, name);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'unroll-test-'));
    run = at('run');
    prose = at('prose');
    for (const each of [run, prose]) mkdirSync(each);
    writeFileSync(join(run, 'run.json'), '{}');
    mkdirSync(join(prose, 'run.json'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

  it('each model stands alone, whatever the case of its ending', async () => {
    expect(await sortFiles([at('a.safetensors'), at('B.SafeTensors')])).toEqual([
      { kind: 'model', paths: [at('a.safetensors')] },
      { kind: 'model', paths: [at('B.SafeTensors')] },
    ]);
  });

  it('a folder with the record of a run is a run, also beside models', async () => {
    const models = [{ kind: 'model', paths: [at('a.safetensors')] }];
    expect(await sortFiles([run])).toEqual([{ kind: 'run', paths: [run] }]);
    expect(await sortFiles([run, at('a.safetensors')])).toEqual([...models, { kind: 'run', paths: [run] }]);
  });

  it('a folder that a bigger machine has trained in is its run', async () => {
    const back = at('handed over');
    mkdirSync(join(back, 'run'), { recursive: true });
    writeFileSync(join(back, 'run', 'run.json'), '{}');
    expect(await sortFiles([back])).toEqual([{ kind: 'text', paths: [back] }]);
    writeFileSync(join(back, 'train.py'), '');
    expect(await sortFiles([back])).toEqual([{ kind: 'run', paths: [back] }]);
  });

  it('all else is one text, in its order: files, other folders, a run beside a text', async () => {
    for (const paths of [[prose], [at('b.txt'), at('a.txt')], [run, at('a.txt')], [at('safetensors')]]) {
      expect(await sortFiles(paths)).toEqual([{ kind: 'text', paths }]);
    }
  });

  it('nothing is nothing', async () => {
    expect(await sortFiles([])).toEqual([]);
  });
});
