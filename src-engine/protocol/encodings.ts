// The encodings that a text may be in: what the Encoding Standard calls them, and what people do.

/** In the order in which they are offered. */
export const ENCODINGS = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16, little-endian',
  'utf-16be': 'UTF-16, big-endian',
  'windows-1252': 'Western, Windows-1252 or Latin-1',
  'windows-1250': 'Central European, Windows-1250',
  'iso-8859-2': 'Central European, Latin-2',
  'windows-1251': 'Cyrillic, Windows-1251',
  'koi8-r': 'Cyrillic, KOI8-R',
  'iso-8859-5': 'Cyrillic, ISO 8859-5',
  'windows-1253': 'Greek, Windows-1253',
  'iso-8859-7': 'Greek, ISO 8859-7',
  'windows-1254': 'Turkish, Windows-1254',
  'windows-1255': 'Hebrew, Windows-1255',
  'iso-8859-8': 'Hebrew, ISO 8859-8',
  'windows-1256': 'Arabic, Windows-1256',
  'iso-8859-6': 'Arabic, ISO 8859-6',
  'windows-1257': 'Baltic, Windows-1257',
  shift_jis: 'Japanese, Shift-JIS',
  'euc-jp': 'Japanese, EUC-JP',
  gb18030: 'Chinese, GB 18030',
  big5: 'Chinese, Big5',
  'euc-kr': 'Korean, EUC-KR',
} as const;

export type EncodingName = keyof typeof ENCODINGS;

export const ENCODING_NAMES = Object.keys(ENCODINGS) as [EncodingName, ...EncodingName[]];

export const DEFAULT_ENCODING: EncodingName = 'utf-8';
