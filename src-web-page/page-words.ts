// What the page says of its network and of how it writes.
import type { PageFacts } from '../src-engine/protocol/exported-page';
import type { PageKernelSet } from './page-kernels';

const number = (value: number, digits = 0): string =>
  value.toLocaleString(undefined, { minimumFractionDigits: digits, maximumFractionDigits: digits });

export function aboutWords({ hiddenSize, trained }: PageFacts): string {
  const size = `A network of ${number(hiddenSize)} hidden units`;
  if (!trained) return `${size}.`;
  const measured = trained.bitsPerByte === null ? '' : `; ${number(trained.bitsPerByte, 2)} bits/byte on held-out text`;
  return `${size}, trained on ${trained.text.replace(/\.[^.]{1,5}$/, '')}, ${number(trained.updates)} updates${measured}.`;
}

const ARITHMETIC: Record<PageKernelSet, string> = {
  'page-fast': 'Fused multiply-add, by the processor',
  'page-by-hand': 'Fused multiply-add, made by hand, since this browser has none; slower, the same bytes',
  'page-strict': 'Strict: each multiplication and addition rounded by itself',
};

/** Names and values; what is off is left out. */
export function settingRows({ options }: PageFacts, kernels: PageKernelSet): [string, string][] {
  const { topK, topP, minP, repetitionPenalty, repetitionWindow, repeatPenalty, stop, never, rather } = options;
  const rows: [string, string | false][] = [
    ['Top-k', topK > 0 && number(topK)],
    ['Top-p', topP < 1 && String(topP)],
    ['Min-p', minP > 0 && String(minP)],
    ['Byte penalty', repetitionPenalty > 1 && `${repetitionPenalty} over ${number(repetitionWindow)} bytes`],
    ['Repeat penalty', repeatPenalty > 0 && String(repeatPenalty)],
    ['Stops when it circles', options.stopCircling && 'Yes'],
    ['Stops after', stop !== '' && JSON.stringify(stop)],
    ['Never', never.length > 0 && never.join(', ')],
    ['Rather', rather.length > 0 && rather.map(({ text, bias }) => `${text} (${bias})`).join(', ')],
    ['Only valid UTF-8', options.validUtf8 && 'Yes'],
    ['Arithmetic', ARITHMETIC[kernels]],
  ];
  return rows.filter((row): row is [string, string] => row[1] !== false);
}

export function endWords(bytes: number, seconds: number, sentence: string | null): string {
  const speed = seconds > 0 ? `, ${number(Math.round(bytes / seconds))} bytes/s` : '';
  return `${number(bytes)} bytes in ${number(seconds, 1)} s${speed}.${sentence === null ? '' : ` ${sentence}`}`;
}
