// Tests that a test of learning rates that is begun while the one before still ends is not lost.
import { expect, it } from 'vitest';
import { defaultSettings } from '../../../src-engine/hyperparameters';
import type { EngineCommand } from '../../../src-engine/protocol/messages';
import { RangeFinder } from '../../../src-renderer/tune/range-finder.svelte';

function finding() {
  const sent: EngineCommand['kind'][] = [];
  const finder = new RangeFinder(({ kind }) => sent.push(kind) > 0);
  const begin = () => finder.begin(defaultSettings(), 'text');
  return { sent, finder, begin };
}

const point = { kind: 'range-point', point: { learningRate: 0.1, lossNats: 3 }, share: 0.5 } as const;
const cancelled = { kind: 'range-ended', learningRate: null, sentence: 'The test was cancelled.' } as const;

it('begun again before the engine has ended it, it waits, takes none of the old points, and begins', () => {
  const { sent, finder, begin } = finding();
  begin();
  finder.stop();
  begin();
  expect(sent).toEqual(['find-learning-rate', 'stop-finding-learning-rate']);
  expect(finder.isRunning).toBe(true);
  finder.received(point);
  expect(finder.points).toEqual([]);
  finder.received(cancelled);
  expect(sent.at(-1)).toBe('find-learning-rate');
  expect([finder.isRunning, finder.sentence]).toEqual([true, null]);
  finder.received(point);
  finder.received({ kind: 'range-ended', learningRate: 0.02, sentence: null });
  expect([finder.points.length, finder.isRunning, finder.rate]).toEqual([1, false, 0.02]);
});

it('stopped and left alone, it stays stopped', () => {
  const { sent, finder, begin } = finding();
  begin();
  finder.stop();
  finder.received(cancelled);
  expect([finder.isRunning, sent.length]).toEqual([false, 2]);
  begin();
  expect(sent.at(-1)).toBe('find-learning-rate');
});

it('stopped twice, with an engine that goes meanwhile, it can begin with the next one', () => {
  const { sent, finder, begin } = finding();
  begin();
  finder.stop();
  begin();
  finder.stop();
  finder.failed('The engine stopped.');
  begin();
  expect(sent).toEqual(['find-learning-rate', 'stop-finding-learning-rate', 'find-learning-rate']);
});
