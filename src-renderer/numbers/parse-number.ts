// Reads a number as it is typed, in the plain form and in that of a locale.
import { systemLocale } from './locale';

interface Separators {
  decimal: string;
  group: string;
}

function separatorsOf(locale: string | undefined): Separators {
  const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567.5);
  const find = (type: string, otherwise: string): string =>
    parts.find((part) => part.type === type)?.value ?? otherwise;
  return { decimal: find('decimal', '.'), group: find('group', ',') };
}

const GROUPED = /^[+-]?[1-9]\d{0,2}(\.\d{3})+$/;
const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** null when it is not a number; groups count only where they hold three digits, so "0,002" is never 2. */
export function parseNumber(typed: string, locale = systemLocale): number | null {
  const text = typed.replace(/[\s_\u00a0\u202f]/g, '').replace('\u2212', '-');
  const { decimal, group } = separatorsOf(locale);
  // "1.000" is a thousand where people write it so; "0.002" and "1.5" are no groups of three digits anywhere.
  if (group === '.' && GROUPED.test(text)) return Number(text.replaceAll('.', ''));
  if (PLAIN.test(text)) return Number(text);
  const [integer = '', ...rest] = text.split(decimal);
  const groups = integer.split(group);
  const grouped = groups.length > 1;
  if (
    grouped &&
    !(/^[+-]?[1-9]\d{0,2}$/.test(groups[0] ?? '') && groups.slice(1).every((digits) => /^\d{3}$/.test(digits)))
  ) {
    return null;
  }
  const plain = [groups.join(''), ...rest].join('.');
  return rest.length <= 1 && PLAIN.test(plain) ? Number(plain) : null;
}
