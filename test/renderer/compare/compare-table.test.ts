// Tests the table of compared runs.
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src-engine/hyperparameters';
import type { RunSummary } from '../../../src-engine/protocol/messages';
import { columnsFor, sorted, tableCsv, tableJson } from '../../../src-renderer/compare/compare-table';

function run(name: string, best: number | null, settings = {}): RunSummary {
  const known = { id: name, name, bestValidationBitsPerByte: best, settings: { ...defaultSettings(), ...settings } };
  const rest = { state: 'finished', sentence: null, textName: 'poem.txt', textBytes: 9, createdMs: 0, update: 5 };
  return { ...rest, ...known, totalUpdates: 5, elapsedMs: 60_000, lossNats: 1, sparkline: [] } as unknown as RunSummary;
}

const runs = [run('a', 3), run('b', null, { learningRate: 0.1 }), run('c, "quoted"', 2, { optimizer: 'sgd' })];
const columns = columnsFor(runs, 'bits');

describe('The table of a comparison', () => {
  it('shows only the settings that differ', () => {
    const keys = columns.map(({ key }) => key);
    expect(keys).toContain('learningRate');
    expect(keys).toContain('optimizer');
    expect(keys).not.toContain('hiddenSize');
    expect(keys).not.toContain('text');
  });

  it('says a setting with its unit, and what stands for it where it is no quantity', () => {
    const both = [
      run('a', 1, { length: 4, clipNorm: 0, hiddenSize: 64 }),
      run('b', 1, { length: 1, lengthUnit: 'minutes' }),
    ];
    const columnOf = (key: string) => columnsFor(both, 'bits').find((each) => each.key === key);
    const textOf = (key: string) => both.map((each) => columnOf(key)?.text(each));
    expect(textOf('length')).toEqual(['4 epochs', '1 minute']);
    expect(textOf('clipNorm')[0]).toBe('off');
    expect(columnOf('hiddenSize')?.label).toBe('Hidden size, units');
    expect(textOf('hiddenSize')[0]).toBe('64');
  });

  it('sorts either way, what has no value last', () => {
    const names = (isDescending: boolean) =>
      sorted(runs, columns, { key: 'best_validation', isDescending }).map(({ name }) => name[0]);
    expect(names(false)).toEqual(['c', 'a', 'b']);
    expect(names(true)).toEqual(['a', 'c', 'b']);
    expect(sorted(runs, columns, null)).toEqual(runs);
  });

  it('is written for spreadsheets and for programs', () => {
    const [header, first, second, third] = tableCsv(runs, columns).split('\r\n');
    expect(header).toMatch(/^name,state,best_validation,loss,updates,training_ms,.*optimizer/);
    expect(first).toMatch(/^a,Finished,3,/);
    expect(second).toMatch(/^b,Finished,,/);
    expect(third).toMatch(/^"c, ""quoted""",/);
    expect(JSON.parse(tableJson(runs, columns, 'bits'))).toMatchObject({
      lossUnit: 'bits/byte',
      runs: [{ name: 'a', best_validation: 3 }, {}, {}],
    });
  });
});
