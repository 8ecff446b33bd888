// Tests the tree that a draft belongs to, and what goes when a branch is pruned.
import { describe, expect, it } from 'vitest';
import { DEFAULT_SAMPLING, type DraftSummary } from '../../../src-engine/protocol/writing';
import { below, branchesOf } from '../../../src-renderer/write/branch-tree';

const draft = (id: string, createdMs: number, parent: string | null = null): DraftSummary => ({
  id,
  createdMs,
  beginning: new Uint8Array(),
  bytes: 9,
  promptBytes: 0,
  encoding: 'utf-8',
  parts: [{ from: 0, runName: 'Ahab', update: 7, options: DEFAULT_SAMPLING }],
  parent: parent === null ? null : { draft: parent, at: 3 },
  favourite: false,
  isWriting: false,
  sentence: null,
});
const all = [
  draft('root', 1),
  draft('b', 3, 'root'),
  draft('a', 2, 'root'),
  draft('a1', 4, 'a'),
  draft('alone', 5),
  draft('orphan', 6, 'gone'),
];

describe('The branches of a draft', () => {
  it('are those of its first forebear, each below its parent, the older first', () => {
    const branches = branchesOf(all, 'a1');
    expect(branches.map(({ draft: { id }, level, parent }) => [id, level, parent])).toEqual([
      ['root', 1, -1],
      ['a', 2, 0],
      ['a1', 3, 1],
      ['b', 2, 0],
    ]);
    expect(branchesOf(all, 'alone')).toHaveLength(1);
    expect(branchesOf(all, 'orphan').map(({ draft: { id } }) => id)).toEqual(['orphan']);
    expect(branchesOf(all, 'unknown')).toEqual([]);
  });

  it('go with all below them', () => {
    const branches = branchesOf(all, 'root');
    expect(below(branches, 1).map(({ id }) => id)).toEqual(['a1', 'a']);
    expect(below(branches, 3).map(({ id }) => id)).toEqual(['b']);
    expect(below(branches, 0)).toHaveLength(4);
  });
});
