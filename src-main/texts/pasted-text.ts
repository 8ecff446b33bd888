// Takes the text from the clipboard, and calls it by its first words.
import { problem } from '../../src-engine/problem';

/** What there is of Electron's clipboard: newer versions answer later, older ones at once. */
export interface TextClipboard {
  readText(): string | Promise<string>;
  has(format: string): boolean | Promise<boolean>;
}

const MOST_NAME_CHARACTERS = 40;
const NAMELESS = 'Pasted text';

/** The first line that has words, as many of them as a name may hold. */
function nameFor(text: string): string {
  const line = /^.*[\p{L}\p{N}].*$/mu.exec(text)?.[0].trim() ?? '';
  let name = '';
  for (const word of line.slice(0, 4 * MOST_NAME_CHARACTERS).split(/\s+/)) {
    const longer = name === '' ? word : `${name} ${word}`;
    if (longer.length > MOST_NAME_CHARACTERS) break;
    name = longer;
  }
  const clean = name.replace(/[\p{P}\s]+$/u, '');
  return clean === '' ? NAMELESS : clean;
}

/** Throws a `Problem` where there is none; lines end as they do everywhere but on Windows. */
export async function textOnClipboard(clipboard: TextClipboard): Promise<{ name: string; text: string }> {
  const text = (await clipboard.readText()).replaceAll('\r\n', '\n');
  if (text.trim() !== '') return { name: `${nameFor(text)}.txt`, text };
  const isPicture = await clipboard.has('image/png');
  throw problem(
    `The clipboard holds ${isPicture ? 'a picture, not a text' : 'no text'}. Copy a text, then paste it again.`,
  );
}
