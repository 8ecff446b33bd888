// Tests what a window remembers of its list: the same rows again, in bounds, nothing that is damaged or newer, and no run that trains.
import { describe, expect, it } from 'vitest';
import type { ModelSummary, RunSummary } from '../../../src-engine/protocol/messages';
import { listText, readList } from '../../../src-renderer/app/remembered-list.svelte';

const run = (id: string, createdMs: number, more: Partial<RunSummary> = {}): RunSummary => ({
  id,
  name: `Run ${id}`,
  createdMs,
  state: 'paused',
  queuePlace: null,
  sentence: null,
  textName: 'Faust.txt',
  textBytes: 1,
  textEncoding: 'utf-8',
  settings: { hiddenSize: 64, optimizer: 'adam' },
  update: 40,
  totalUpdates: 100,
  elapsedMs: 5,
  lossNats: 2.5,
  bestValidationBitsPerByte: null,
  sparkline: [5, 4, 3],
  colour: 2,
  isArchived: false,
  ...more,
});
const model: ModelSummary = { id: 'model-1', name: 'Verse', hiddenSize: 64, openedMs: 1, trained: null };
const read = (text: string | null) => readList({ isEmpty: false, text });
const many = (count: number, more: Partial<RunSummary> = {}): RunSummary[] =>
  Array.from({ length: count }, (_, index) => run(`r${index}`, count - index, more));

describe('A remembered list', () => {
  it('shows the runs and models that were shown', () => {
    const list = { runs: [run('b', 2, { state: 'queued', queuePlace: 1 }), run('a', 1)], models: [model] };
    expect(read(listText(list, 'a'))).toEqual(list);
  });

  it('shows a run that trained as one at rest', () => {
    const text = listText({ runs: [run('a', 1, { state: 'training' })], models: [] }, null);
    expect(read(text)?.runs.map(({ state }) => state)).toEqual(['paused']);
  });

  it('holds the hundred newest, with the run that is open and those in the queue, newest first', () => {
    const runs = [...many(3000), run('queued', -1, { state: 'queued', queuePlace: 1 }), run('opened', -2)];
    const text = listText({ runs, models: [] }, 'opened');
    const ids = read(text)?.runs.map(({ id }) => id) ?? [];
    expect(ids).toHaveLength(100);
    expect([ids[0], ids[97], ids[98], ids[99]]).toEqual(['r0', 'r97', 'queued', 'opened']);
  });

  it('fits into what the main process keeps, however long its names are', () => {
    const sparkline = Array.from({ length: 60 }, () => Math.PI);
    const settings = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`setting${index}xxxxxxxxxx`, Math.PI]),
    );
    const text = listText({ runs: many(500, { name: '“'.repeat(200), sparkline, settings }), models: [] }, null);
    expect(text.length).toBeLessThan(1_000_000);
  });

  it('survives a run whose loss was infinite', () => {
    const text = listText({ runs: [run('a', 1, { lossNats: Infinity, sparkline: [1, Infinity] })], models: [] }, null);
    expect(read(text)?.runs[0]).toMatchObject({ lossNats: null, sparkline: [1] });
  });

  it.each([
    ['none', null],
    ['an empty file', ''],
    ['half a file', listText({ runs: [run('a', 1)], models: [model] }, null).slice(0, -9)],
    ['another version', listText({ runs: [], models: [] }, null).replace('"version":1', '"version":2')],
    ['a run that is none', listText({ runs: [run('a', 1)], models: [] }, null).replace('"update":40', '"update":-1')],
    ['too many runs', JSON.stringify({ version: 1, runs: many(101), models: [] })],
  ])('is not there where the file is %s', (_what, text) => {
    expect(read(text)).toBeNull();
  });

  it('is empty, and known to be, where there are neither runs nor models', () => {
    expect(readList({ isEmpty: true, text: listText({ runs: [run('a', 1)], models: [] }, null) })).toEqual({ runs: [], models: [] }); // prettier-ignore
  });
});
