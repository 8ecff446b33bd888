// Tells encodings of the Latin script apart by the letters that their languages really have: one is right when what it makes of the
// bytes is all of one alphabet. Statistics of letter sequences, which chardet goes by, take French for Romanian and Czech for Italian.
import type { EncodingName } from '../protocol/encodings';

/** Letters beyond ASCII, a language a word. Of encodings that explain as much, the one listed first. */
const ALPHABETS: [EncodingName, string][] = [
  [
    'windows-1252',
    'àâæçéèêëîïôœùûüÿ äöüß áéíñóúü¿¡ªº áâãàçéêíóôõúüªº àèéìîòóù äåæöøéü éëïóöèüêáí áéíóúýþæöð àçéèíïóòúü·',
  ],
  ['windows-1250', 'áčďéěíňóřšťúůýž áäčďéíĺľňóôŕšťúýž ąćęłńóśźż áéíóöőúüű ăâîşţ čćđšž'],
  ['iso-8859-2', 'áčďéěíňóřšťúůýž áäčďéíĺľňóôŕšťúýž ąćęłńóśźż áéíóöőúüű ăâîşţ čćđšž'],
  ['windows-1254', 'çğıİöşüâîû'],
  ['windows-1257', 'āčēģīķļņšūž ąčęėįšųūž äõöüšž'],
];
/** What texts of any language have. */
const PUNCTUATION = '\u00a0«»“”„‘’‚–—…°§£€©®';

export const LATIN_ENCODINGS: readonly EncodingName[] = ALPHABETS.map(([encoding]) => encoding);

/** How often each character beyond ASCII stands in the bytes, small letters only. */
function charactersIn(counts: Float64Array, encoding: EncodingName): Map<string, number> {
  const decoder = new TextDecoder(encoding);
  const found = new Map<string, number>();
  for (const [index, count] of counts.entries()) {
    if (count === 0) continue;
    const character = decoder.decode(Uint8Array.of(128 + index));
    const small = character.toLowerCase().length === 1 ? character.toLowerCase() : character;
    found.set(small, (found.get(small) ?? 0) + count);
  }
  return found;
}

function explained(characters: Map<string, number>, alphabet: string): number {
  let sum = 0;
  for (const [character, count] of characters) {
    if (alphabet.includes(character) || PUNCTUATION.includes(character)) sum += count;
  }
  return sum;
}

/** The encoding in which one alphabet explains most; `favourite`, where others explain no more. */
export function latinEncoding(bytes: Uint8Array, favourite: EncodingName): EncodingName {
  const counts = new Float64Array(128);
  for (const byte of bytes) if (byte >= 128) counts[byte - 128] = (counts[byte - 128] ?? 0) + 1;
  let best = { encoding: favourite, sum: -1 };
  for (const [encoding, alphabets] of ALPHABETS) {
    const characters = charactersIn(counts, encoding);
    const sum = Math.max(...alphabets.split(' ').map((alphabet) => explained(characters, alphabet)));
    if (sum > best.sum || (sum === best.sum && encoding === favourite)) best = { encoding, sum };
  }
  return best.encoding;
}
