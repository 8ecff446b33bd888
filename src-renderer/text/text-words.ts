// Puts what was counted in a text into words.
import type { PartUnit } from '../../src-engine/protocol/documents';
import type { TextCounts } from '../../src-engine/protocol/texts';
import { formatBytes, formatCount } from '../numbers/format';

/** Below this a network learns little but to repeat the text. */
const FEW_BYTES = 10_000;

/** A warning about a text that may be trained on all the same; null where there is none. */
export function shortTextWarning(bytes: number): string | null {
  if (bytes >= FEW_BYTES) return null;
  return `This text is very short (${formatBytes(bytes)}): a network will mostly learn it by heart. Some hundred thousand bytes or more give it something to learn from.`;
}

/** How its lines end; the commonest way first where there are several. */
export function lineEndWords({ lf, crlf, cr }: TextCounts['lineEnds']): string {
  const ways: [number, string][] = [
    [lf, 'LF'],
    [crlf, 'CR LF'],
    [cr, 'CR'],
  ];
  const used = ways.filter(([count]) => count > 0).sort(([a], [b]) => b - a);
  if (used.length === 0) return 'one line';
  const names = used.map(([, name]) => name);
  return names.length === 1 ? (names[0] ?? '') : `${names.join(' and ')}, mixed`;
}

const PARTS: Record<PartUnit, [string, string]> = {
  page: ['page', 'pages'],
  chapter: ['chapter', 'chapters'],
  section: ['section', 'sections'],
  paragraph: ['paragraph', 'paragraphs'],
  caption: ['subtitle', 'subtitles'],
  file: ['file', 'files'],
};

/** "12 chapters" */
export function partWords(unit: PartUnit, count: number): string {
  return `${formatCount(count)} ${PARTS[unit][count === 1 ? 0 : 1]}`;
}
