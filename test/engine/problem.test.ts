// Messages write their numbers in the format of the system's locale.
import { expect, it, onTestFinished, vi } from 'vitest';
import { settingProblem } from '../../src-engine/hyperparameters';
import { numberInSentence } from '../../src-engine/problem';

function inLocale(locale: string): void {
  vi.stubEnv('UNROLL_LOCALE', locale);
  onTestFinished(() => void vi.unstubAllEnvs());
}

it('groups and decimals are those of the locale', () => {
  inLocale('de-DE');
  expect([2049, 0.002].map(numberInSentence)).toEqual(['2.049', '0,002']);
});

it('without one they are English, and small numbers keep their digits', () => {
  inLocale('en');
  expect([2049, 1e-7].map(numberInSentence)).toEqual(['2,049', '0.0000001']);
});

it('a setting out of range is refused in the same writing', () => {
  inLocale('de-DE');
  expect(settingProblem('hiddenSize', 5000)).toContain('1 to 4.096');
});
