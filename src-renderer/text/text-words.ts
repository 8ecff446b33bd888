// Puts what was counted in a text into words.
import type { TextCounts } from '../../src-engine/protocol/texts';

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
