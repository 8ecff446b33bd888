import { expect, test } from 'vitest';
import { ENCODING_NAMES } from '../../../src-engine/protocol/encodings';
import { createTextDecoder, encodeText } from '../../../src-engine/sampling/text-encoding';

const WORDS: Record<string, string> = {
  'windows-1251': 'Привет',
  'koi8-r': 'Привет',
  'iso-8859-5': 'Привет',
  'windows-1253': 'Καλημέρα',
  'iso-8859-7': 'Καλημέρα',
  'windows-1255': 'שלום',
  'iso-8859-8': 'שלום',
  'windows-1256': 'مرحبا',
  'iso-8859-6': 'مرحبا',
  shift_jis: '吾輩は猫である',
  'euc-jp': '吾輩は猫である',
  gb18030: '你好世界',
  big5: '你好世界',
  'euc-kr': '안녕하세요',
  'windows-1257': 'ąžuolas',
  'windows-1250': 'žluťoučký kůň',
  'iso-8859-2': 'žluťoučký kůň',
  'windows-1254': 'çığ',
};

test.each(ENCODING_NAMES)('what is written in %s is read again as it was', (encoding) => {
  const text = `Plain, ${WORDS[encoding] ?? 'déjà vu'}\n`;
  expect(createTextDecoder(encoding).decode(encodeText(text, encoding))).toBe(text);
});
