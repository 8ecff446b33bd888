// Tests how a search's results are read and drawn.
import { describe, expect, it } from 'vitest';
import type { Search, SearchCandidate } from '../../../src-engine/protocol/messages';
import { inOrder, leaderOf, parallelPicture, candidateWord } from '../../../src-renderer/tune/search-results';

const candidate = (
  number: number,
  rounds: number,
  bitsPerByte: number | null,
  learningRate = 0.01,
): SearchCandidate => ({
  number,
  values: { learningRate },
  run: `run-${number}`,
  state: 'resting',
  rounds,
  firstBitsPerByte: bitsPerByte,
  bitsPerByte,
  sentence: null,
});
const search = (candidates: SearchCandidate[]): Search => ({
  state: 'searching',
  sentence: null,
  name: 'Poem',
  plan: { ranges: [{ name: 'learningRate', least: 0.001, most: 0.1 }], minutes: 1, candidates: 4, seed: 1 },
  rounds: [{ candidates: 4, untilMs: 10 }],
  round: 1,
  spentMs: 0,
  candidates,
});

describe('The results of a search', () => {
  it('put whoever has trained longest first, then the better', () => {
    const all = [candidate(1, 1, 2), candidate(2, 2, 3), candidate(3, 2, 2.5), candidate(4, 0, null)];
    expect(inOrder(all).map(({ number }) => number)).toEqual([3, 2, 1, 4]);
    expect(leaderOf(all)?.number).toBe(3);
    expect(leaderOf([candidate(1, 0, null)])).toBeNull();
  });
});

it('once a search is over, none of its candidates waits or trains any more', () => {
  const words = (searchState: Search['state']) =>
    (['waiting', 'training', 'resting', 'best'] as const).map((state) =>
      candidateWord({ ...candidate(1, 0, null), state }, searchState),
    );
  expect(words('searching')).toEqual(['Waiting', 'Training', 'Next round', 'Best']);
  expect(words('ended')).toEqual(['Not run', 'Cancelled', 'Cancelled', 'Best']);
});

describe('The picture of parallel axes', () => {
  const frame = { left: 10, top: 20, width: 100, height: 200 };
  const { axes, lines } = parallelPicture(
    search([candidate(1, 1, 2, 0.01), candidate(2, 1, 4, 0.001), candidate(3, 0, null)]),
    frame,
  );
  const places = (number: number) => lines.find((line) => line.number === number)!.points.split(' ');

  it('has an axis for each setting and one for the loss', () => {
    expect(axes.map(({ x }) => x)).toEqual([10, 110]);
  });

  it('leads each line through its values, the less loss the higher, rates by factors', () => {
    expect(places(1)).toEqual(['10.0,120.0', '110.0,20.0']);
    expect(places(2)).toEqual(['10.0,220.0', '110.0,220.0']);
    expect(lines.at(-1)).toMatchObject({ number: 1, isLeader: true });
  });

  it('leaves out who has no result yet', () => {
    expect(lines.length).toBe(2);
  });
});
