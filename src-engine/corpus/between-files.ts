// What stands between the files of a text that has several, so that the last word of one and the first of the next stay two.
import type { Settings } from '../hyperparameters';
import type { EncodingName } from '../protocol/encodings';

const LINE_END = 10;
const LINE_ENDS: Record<Settings['betweenFiles'], number> = { nothing: 0, 'line-end': 1, 'two-line-ends': 2 };

function lineEndIn(encoding: EncodingName): number[] {
  if (encoding === 'utf-16le') return [LINE_END, 0];
  return encoding === 'utf-16be' ? [0, LINE_END] : [LINE_END];
}

/** Its bytes in the text's encoding. */
export function bytesBetween({ betweenFiles }: Pick<Settings, 'betweenFiles'>, encoding: EncodingName): Uint8Array {
  const lineEnd = lineEndIn(encoding);
  return Uint8Array.from(Array.from({ length: LINE_ENDS[betweenFiles] }, () => lineEnd).flat());
}
