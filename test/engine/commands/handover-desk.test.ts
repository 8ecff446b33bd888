// Tests that a run of the list is handed over to the folder that was chosen, that this can be stopped, and that what cannot be is said.
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HandoverDesk } from '../../../src-engine/commands/handover-desk';
import type { HandoverChoice } from '../../../src-engine/protocol/handing-over';
import { listedRunFolder, readRecord, runFolder } from '../../../src-engine/run-files/run-folder';
import { createRun } from '../../../src-engine/runs/open-run';
import { FILES, exampleText, smallSettings, temporaryFolder } from '../built-engine';
import { toldEvents } from '../told-events';

const SAME: HandoverChoice = {
  copiesText: true,
  hiddenSize: 5,
  lanes: 2,
  fromScratch: false,
  length: 40,
  lengthUnit: 'updates',
};

async function deskWithRun() {
  const home = await temporaryFolder();
  const text = join(home, 'text.txt');
  await writeFile(text, exampleText(2000));
  const runs = join(home, 'runs');
  const settings = smallSettings({ hiddenSize: 5, lanes: 2, truncation: 4, length: 8, threads: 1 });
  const run = await createRun(FILES, { folder: join(runs, 'Whale'), name: 'Whale', paths: [text], settings }, {});
  await run.train();
  await run.close();
  const out = join(home, 'handed over');
  const events = toldEvents();
  const desk = new HandoverDesk({
    assets: new URL('../../../out/handover/', import.meta.url),
    emit: events.emit,
    pathsOf: () => Promise.resolve([out]),
    folderOf: (id) => listedRunFolder(runs, id),
  });
  const handOver = (options: Partial<HandoverChoice> = {}) =>
    desk.handOver({ kind: 'hand-over', run: 'Whale', token: 'token-1', options: { ...SAME, ...options } });
  const end = () => events.told.findLast((event) => event.kind === 'handed-over');
  return { home, out, desk, handOver, end, told: events.told };
}

test('the folder has the run with its new length, its text and the program, and progress was told', async () => {
  const { out, handOver, end, told } = await deskWithRun();
  await handOver();
  expect(end()).toEqual({ kind: 'handed-over', token: 'token-1', isWritten: true, sentence: null });
  expect((await readdir(out)).toSorted()).toEqual(['README.md', 'run', 'slurm.sh', 'text', 'train.py']);
  expect(await readRecord(runFolder(join(out, 'run')))).toMatchObject({ update: 8, settings: { length: 40 } });
  expect(told.some((event) => event.kind === 'handing-over' && event.share === 1)).toBe(true);
});

test('it may be wider, have more lanes and go without its text', async () => {
  const { out, handOver } = await deskWithRun();
  await handOver({ copiesText: false, hiddenSize: 9, lanes: 3 });
  expect(await readdir(out)).not.toContain('text');
  const { update, settings } = await readRecord(runFolder(join(out, 'run')));
  expect([update, settings.hiddenSize, settings.lanes]).toEqual([0, 9, 3]);
});

test('one that is stopped leaves nothing and says nothing', async () => {
  const { home, desk, handOver, end } = await deskWithRun();
  const before = await readdir(home);
  const writing = handOver();
  desk.stop({ kind: 'stop-handing-over', token: 'token-1' });
  await writing;
  expect(end()).toEqual({ kind: 'handed-over', token: 'token-1', isWritten: false, sentence: null });
  expect(await readdir(home)).toEqual(before);
});

test.each<[string, Partial<HandoverChoice>, RegExp]>([
  ['narrower', { hiddenSize: 4 }, /has 5 hidden units and can go on with more, not with 4/],
  ['of a length that is none', { length: -3 }, /is out of range/],
  ['of more lanes than the text has room for', { lanes: 4096 }, /Choose at most|lanes/],
])('one that is %s is refused with a sentence', async (_, options, sentence) => {
  const { home, handOver, end } = await deskWithRun();
  const before = await readdir(home);
  await handOver(options);
  expect(end()).toMatchObject({ isWritten: false, sentence: expect.stringMatching(sentence) as string });
  expect(await readdir(home)).toEqual(before);
});

test('a folder that has something in it is left alone', async () => {
  const { out, handOver, end } = await deskWithRun();
  await handOver();
  const before = await readdir(out);
  await handOver();
  expect(end()).toMatchObject({ isWritten: false, sentence: '"handed over" is not empty. Choose a new folder.' });
  expect(await readdir(out)).toEqual(before);
});
