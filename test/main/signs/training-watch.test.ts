// The main process knows what trains and how it ended, from what the engine tells of each run.
import { expect, it } from 'vitest';
import {
  TrainingWatch,
  type Training,
  type TrainingEnd,
  type TrainingNews,
} from '../../../src-main/signs/training-watch';

function watching() {
  const shown: (Training | null)[] = [];
  const ends: TrainingEnd[] = [];
  const watch = new TrainingWatch({ changed: (training) => shown.push(training), ended: (end) => ends.push(end) });
  return { watch, shown, ends };
}

const news = (change: Partial<TrainingNews>): TrainingNews => ({
  kind: 'run-news',
  run: 'a',
  name: 'Ahab',
  state: 'training',
  sentence: null,
  share: 0.5,
  bestValidationBitsPerByte: null,
  ...change,
});

it('a run that trains is shown with its share, from the moment it began', () => {
  const { watch, shown } = watching();
  watch.hear(news({ share: 0 }), 1000);
  watch.hear(news({ share: 0.25 }), 5000);
  expect(shown.at(-1)).toEqual({ run: 'a', name: 'Ahab', share: 0.25, sinceMs: 1000 });
});

it('a run that is finished is reported with its training time', () => {
  const { watch, shown, ends } = watching();
  watch.hear(news({}), 1000);
  watch.hear(news({ state: 'finished', share: 1, bestValidationBitsPerByte: 2.5 }), 61_000);
  expect(shown.at(-1)).toBeNull();
  expect(ends).toMatchObject([{ finished: true, trainedMs: 60_000, bestValidationBitsPerByte: 2.5 }]);
});

it('a pause by the user is no end; one by itself is, with its reason', () => {
  const { watch, ends } = watching();
  watch.hear(news({}), 0);
  watch.hear(news({ state: 'paused' }), 10);
  expect(ends).toEqual([]);
  watch.hear(news({}), 20);
  watch.hear(news({ state: 'paused', sentence: 'The loss rose.' }), 30);
  expect(ends).toMatchObject([{ finished: false, sentence: 'The loss rose.' }]);
});

it('news of a run that does not train change nothing', () => {
  const { watch, shown, ends } = watching();
  watch.hear(news({}), 0);
  watch.hear(news({ run: 'b', state: 'finished' }), 10);
  expect(watch.training?.run).toBe('a');
  expect([shown.length, ends.length]).toEqual([1, 0]);
});

it('with the engine gone nothing trains, and nothing is said to have ended', () => {
  const { watch, shown, ends } = watching();
  watch.hear(news({}), 0);
  watch.lost();
  expect(shown.at(-1)).toBeNull();
  expect(ends).toEqual([]);
});
