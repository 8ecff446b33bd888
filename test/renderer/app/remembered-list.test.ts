// Tests what a window shows of the list that was left: the same rows, nothing that is damaged or newer, and no run that trains.
import { describe, expect, it } from 'vitest';
import type { ModelSummary, RunSummary } from '../../../src-engine/protocol/messages';
import { readList } from '../../../src-renderer/app/remembered-list';
import { summary } from '../../run-summary';

const model: ModelSummary = { id: 'model-1', name: 'Verse', hiddenSize: 64, openedMs: 1, trained: null };
const read = (text: string | null) => readList({ isEmpty: false, text });
const list = (runs: RunSummary[], models: ModelSummary[] = []): string => JSON.stringify({ version: 1, runs, models });

describe('A remembered list', () => {
  it('shows the runs and models that were shown', () => {
    const runs = [summary('b', { state: 'queued', queuePlace: 1 }), summary('a')];
    expect(read(list(runs, [model]))).toEqual({ runs, models: [model] });
  });

  it('shows a run that trained as one at rest', () => {
    const shown = read(list([summary('a', { state: 'training' }), summary('b', { state: 'finished' })]));
    expect(shown?.runs.map(({ state }) => state)).toEqual(['paused', 'finished']);
  });

  it.each([
    ['none', null],
    ['empty', ''],
    ['cut off', list([summary('a')], [model]).slice(0, -9)],
    ['of another version', list([]).replace('"version":1', '"version":2')],
    ['with a run that is none', list([summary('a')]).replace('"update":0', '"update":-1')],
    ['longer than any', list(Array.from({ length: 101 }, (_, index) => summary(`r${index}`)))],
  ])('is unknown where the file is %s', (_what, text) => {
    expect(read(text)).toBeNull();
  });

  it('is known to be empty where there are neither runs nor models', () => {
    expect(readList({ isEmpty: true, text: list([summary('a')]) })).toEqual({ runs: [], models: [] });
  });
});
