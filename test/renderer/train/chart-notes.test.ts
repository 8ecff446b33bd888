// Tests what the notes on a chart say and where their text stands.
import { describe, expect, it } from 'vitest';
import { labelRows, notesOf } from '../../../src-renderer/train/chart-notes';

describe('The notes on a chart', () => {
  it('say what was changed, resumed and gone back to, in the order of updates', () => {
    const changes = [
      { update: 300, name: 'learningRate', value: 0.001 },
      { update: 100, name: 'clipNorm', value: 0 },
    ];
    const marks = [
      { update: 200, kind: 'resumed' as const, from: null },
      { update: 50, kind: 'back' as const, from: 90 },
      { update: 50, kind: 'resumed' as const, from: null },
    ];
    expect(notesOf(changes, marks)).toEqual([
      { update: 50, text: 'Went back from 90' },
      { update: 100, text: 'Clip gradient norm: off' },
      { update: 200, text: 'Resumed' },
      { update: 300, text: 'Learning rate 0.001' },
    ]);
  });

  it('say only the last of several changes of one setting at one update', () => {
    const changes = [0.1, 0.2].map((value) => ({ update: 7, name: 'learningRate', value }));
    expect(notesOf(changes, [])).toEqual([{ update: 7, text: 'Learning rate 0.2' }]);
  });

  it('stand below one another where they would run together, and are left out where no room is left', () => {
    const at = (left: number) => ({ left, width: 50 });
    expect(labelRows([at(0), at(10), at(20), at(30), at(60)])).toEqual([0, 1, 2, null, 0]);
  });
});
