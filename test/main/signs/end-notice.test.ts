// A person is told of the end of a long run, and of nothing that they see or have only just begun.
import { expect, it } from 'vitest';
import { endNotice } from '../../../src-main/signs/end-notice';
import type { TrainingEnd } from '../../../src-main/signs/training-watch';

const HOUR_MS = 3_600_000;
const end = (change: Partial<TrainingEnd>): TrainingEnd => ({
  run: 'a',
  name: 'Ahab',
  finished: true,
  sentence: null,
  bestValidationBitsPerByte: 2.345,
  trainedMs: HOUR_MS,
  ...change,
});

it('a finished run is told by its name and its best validation, as the locale writes it', () => {
  expect(endNotice(end({}), false, 'de-DE')).toEqual({
    title: 'Ahab is finished',
    body: 'Its best validation is 2,35 bits/byte. It is ready to write.',
  });
});

it('a run that stopped by itself is told with its sentence', () => {
  const sentence = 'The disk is full. Make room, then resume.';
  expect(endNotice(end({ finished: false, sentence }), false, 'en')?.body).toBe(sentence);
});

it('nothing is told of a short run, or to someone who looks at the window', () => {
  expect(endNotice(end({ trainedMs: 5000 }), false, 'en')).toBeNull();
  expect(endNotice(end({}), true, 'en')).toBeNull();
});
