// The user is notified when a long run ends, but not of a run they watch or have only just started.
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

it('a finished run is reported with its name and its best validation, in the format of the locale', () => {
  expect(endNotice(end({}), false, 'de-DE')).toEqual({
    title: 'Ahab is finished',
    body: 'Its best validation is 2,35 bits/byte. You can now generate text with it.',
  });
});

it('a run that stopped by itself is reported with its message', () => {
  const sentence = 'The disk is full. Make room, then resume.';
  expect(endNotice(end({ finished: false, sentence }), false, 'en')?.body).toBe(sentence);
});

it('nothing is reported for a short run, or while the window has the focus', () => {
  expect(endNotice(end({ trainedMs: 5000 }), false, 'en')).toBeNull();
  expect(endNotice(end({}), true, 'en')).toBeNull();
});
