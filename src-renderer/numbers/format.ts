// Writes numbers as people of the system's locale write them.
import { systemLocale } from './locale';

/** Made when it is first used: a window shows few of them at once. */
function numberFormat(options: Intl.NumberFormatOptions): () => Intl.NumberFormat {
  let made: Intl.NumberFormat | undefined;
  return () => (made ??= new Intl.NumberFormat(systemLocale, options));
}

const whole = numberFormat({ maximumFractionDigits: 0 });
const twoPlaces = numberFormat({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
const threePlaces = numberFormat({ minimumFractionDigits: 3, maximumFractionDigits: 3 });
const threeDigits = numberFormat({ maximumSignificantDigits: 3 });
const threeDigitsScientific = numberFormat({
  notation: 'scientific',
  maximumSignificantDigits: 3,
});
const asTyped = numberFormat({ useGrouping: false, maximumSignificantDigits: 15 });
const share = numberFormat({ style: 'percent', maximumSignificantDigits: 2 });
const compact = numberFormat({ notation: 'compact', maximumSignificantDigits: 3 });

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];

export const formatCount = (value: number): string => whole().format(value);
export const formatLoss = (value: number): string => twoPlaces().format(value);
export const formatLossExactly = (value: number): string => threePlaces().format(value);
/** 0.123 becomes 12 %. */
export const formatShare = (value: number): string => share().format(value);
/** For the axes: 12,000 becomes 12K. */
export const formatCompact = (value: number): string => compact().format(value);
/** For a text field: no grouping, nothing rounded that the user typed. */
export const formatForField = (value: number): string => asTyped().format(value);

const inPowersOfTen = (value: number): string =>
  threeDigitsScientific()
    .formatToParts(value)
    .map(({ type, value: part }) => (type === 'exponentSeparator' ? part.toLowerCase() : part))
    .join('');

/** Three significant digits; far from 1 in powers of ten, with a small e as in programs. */
export function formatQuantity(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return '–';
  return size !== 0 && (size < 1e-4 || size >= 1e7) ? inPowersOfTen(value) : threeDigits().format(value);
}

function formatInBytes(bytes: number, suffix: string): string {
  const power = Math.min(BYTE_UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return new Intl.NumberFormat(systemLocale, {
    style: 'unit',
    unit: `${BYTE_UNITS[power]}${suffix}`,
    unitDisplay: power === 0 && suffix === '' ? 'long' : 'short',
    ...(power === 0 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 }),
  }).format(bytes / 1000 ** power);
}

export const formatBytes = (bytes: number): string => formatInBytes(bytes, '');
export const formatBytesPerSecond = (bytes: number): string => formatInBytes(bytes, '-per-second');

function formatUnit(value: number, unit: string): string {
  return new Intl.NumberFormat(systemLocale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 0,
  }).format(value);
}

/** For an axis: "0:05", "12:30", "3:20:00". */
export function formatClock(durationMs: number): string {
  const seconds = Math.round(durationMs / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours = 0, ...rest] = parts;
  const [minutes = 0, last = 0] = rest;
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(last)}` : `${minutes}:${two(last)}`;
}

/** As people say how long it still takes: "40 sec", "5 min", "1 hr 10 min", in steps that do not flicker. */
export function formatTimeLeft(durationMs: number): string {
  const seconds = durationMs / 1000;
  const step = seconds < 20 ? 1 : seconds < 90 ? 10 : seconds < 600 ? 60 : seconds < 3600 ? 300 : 600;
  const rounded = Math.max(1, Math.round(seconds / step)) * step;
  return formatDuration(1000 * (rounded >= 60 && rounded < 90 ? 60 : rounded));
}

/** The two largest units that matter: "40 sec", "12 min", "3 hr 5 min". */
export function formatDuration(durationMs: number): string {
  const seconds = Math.round(durationMs / 1000);
  if (seconds < 60) return formatUnit(seconds, 'second');
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return formatUnit(minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${formatUnit(hours, 'hour')} ${formatUnit(minutes % 60, 'minute')}`;
  return `${formatUnit(Math.floor(hours / 24), 'day')} ${formatUnit(hours % 24, 'hour')}`;
}

/** "1 epoch", "2 epochs": the unit is given as of several. */
export function unitOf(value: unknown, units: string): string {
  return value === 1 ? units.replace(/^(\w+)s\b/, '$1') : units;
}
