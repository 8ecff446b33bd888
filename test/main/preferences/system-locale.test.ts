// Whatever the system calls its locale, numbers can be written.
import { expect, it, vi } from 'vitest';
import { usableLocale } from '../../../src-main/preferences/system-locale';

vi.mock('electron', () => ({ app: {} }));

it('takes the first tag that is one', () => {
  expect(usableLocale(['de-DE', 'en'])).toBe('de-DE');
  expect(usableLocale(['', 'C', 'en_US.UTF-8', 'fr'])).toBe('fr');
});

it('writes as in English where no tag is one', () => {
  expect(usableLocale(['C', '*', ''])).toBe('en');
});
