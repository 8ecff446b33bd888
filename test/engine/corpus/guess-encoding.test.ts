import { encode } from 'iconv-lite';
import { expect, test } from 'vitest';
import { guessEncoding, noticeOf } from '../../../src-engine/corpus/guess-encoding';

const ENGLISH = 'Call me Ishmael. Some years ago, never mind how long precisely, I went to sea.\n'.repeat(20);
const FRENCH = 'Où était-il allé, ce garçon ? « Là-bas », répondit Élise ; l’été fut très chaud.\n'.repeat(20);
const JAPANESE = '吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。\n'.repeat(20);
const RUSSIAN = 'Все счастливые семьи похожи друг на друга, каждая несчастливая семья несчастлива по-своему.\n'.repeat(
  20,
);

test.each([
  ['UTF-8', ENGLISH, 'utf-8', 'utf-8'],
  ['UTF-8 beyond ASCII', JAPANESE, 'utf-8', 'utf-8'],
  ['UTF-16 without a mark', ENGLISH, 'utf-16le', 'utf-16le'],
  ['UTF-16 the other way round', FRENCH, 'utf-16be', 'utf-16be'],
  ['Latin-1', FRENCH.replaceAll('’', "'"), 'latin1', 'windows-1252'],
  ['Windows-1252', FRENCH, 'windows-1252', 'windows-1252'],
  ['Windows-1251', RUSSIAN, 'windows-1251', 'windows-1251'],
  ['KOI8-R', RUSSIAN, 'koi8-r', 'koi8-r'],
  ['Shift-JIS', JAPANESE, 'shift_jis', 'shift_jis'],
  ['EUC-JP', JAPANESE, 'euc-jp', 'euc-jp'],
])('%s is recognised', (_, text, encoding, expected) => {
  const guess = { encoding: expected, hasMark: false, isBinary: false, strays: null };
  expect(guessEncoding(encode(text, encoding))).toEqual(guess);
});

test.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('a byte-order mark says that it is %s', (encoding) => {
  const guess = guessEncoding(encode('One line.', encoding, { addBOM: true }));
  expect(guess).toEqual({ encoding, hasMark: true, isBinary: false, strays: null });
  expect(noticeOf(guess)).toContain('byte-order mark');
});

test('a program is binary, and plain UTF-8 is nothing unusual', () => {
  const program = Uint8Array.from({ length: 4096 }, (_, index) => (index * 37) % 256);
  expect(guessEncoding(program).isBinary).toBe(true);
  expect(noticeOf(guessEncoding(Buffer.from(ENGLISH)))).toBeNull();
});

const WORDS = {
  French:
    'Il fallait que le château fût près de la forêt, où les chênes âgés gardaient l’entrée. Ça n’avait guère d’importance : le maître rêvait déjà à l’hôtel, à sa tête fatiguée.\n',
  German: 'Über die Brücke gingen müde Männer, die größte Straße hinauf; schöne Mädchen grüßten früh am Morgen.\n',
  Portuguese: 'Não há razão para que a criança não vá à escola; as lições são fáceis, então começam às três.\n',
  Swedish: 'Våren är här och fåglarna sjunger över ängarna. Självklart är det så när man får åka på sjön.\n',
  Czech: 'Příliš žluťoučký kůň úpěl ďábelské ódy. Když přišel večer, všichni šli domů a děti si hrály na dvoře.\n',
  Polish: 'Zażółć gęślą jaźń. Kiedy przyszła wiosna, wszyscy wyszli na łąkę, gdzie kwitły żółte kwiaty.\n',
  Hungarian: 'Árvíztűrő tükörfúrógép. Amikor eljött az ősz, a fák lombja sárgára változott, hűvös időben.\n',
  Turkish: 'Çocuklar bahçede oynuyordu; güneş batıyor, kuşlar ağaçlara dönüyordu. Şehirde ışıklar yanmıştı.\n',
  Chinese: '那天晚上，他一个人走在街上，心里想着很多事情。风很冷，路上没有什么人。\n',
  'traditional Chinese': '那天晚上，他一個人走在街上，心裡想著很多事情。風很冷，路上沒有什麼人。\n',
  Japanese: JAPANESE,
  Korean: '나는 오늘 아침에 일찍 일어나서 공원을 산책했다. 하늘은 맑고 바람이 시원했다.\n',
  Russian: RUSSIAN,
};

test.each([
  ['French', 'windows-1252'],
  ['German', 'windows-1252'],
  ['Portuguese', 'windows-1252'],
  ['Swedish', 'windows-1252'],
  ['Czech', 'windows-1250'],
  ['Czech', 'iso-8859-2'],
  ['Polish', 'windows-1250'],
  ['Polish', 'iso-8859-2'],
  ['Turkish', 'windows-1254'],
  ['Chinese', 'gb18030'],
  ['traditional Chinese', 'big5'],
  ['traditional Chinese', 'gb18030'],
  ['Korean', 'euc-kr'],
  ...Object.keys(WORDS).flatMap((language) => [[language, 'utf-16le'] as const, [language, 'utf-16be'] as const]),
] as const)('%s in %s is recognised, in one line and in many, wherever it is cut', (language, encoding) => {
  const words = WORDS[language as keyof typeof WORDS];
  for (const times of [1, 30]) {
    const bytes = encode(words.repeat(times), encoding);
    expect(guessEncoding(bytes)).toMatchObject({ encoding, isBinary: false });
    expect(guessEncoding(bytes.subarray(0, bytes.length - 1))).toMatchObject({ encoding, isBinary: false });
  }
});

test.each([
  'château déjà tempête mât navire si matelot château hâte très même se près il vent où ancre très.',
  'très ancre bord en château cale matelot avec où hôtel.',
  'aux château château mât entrée matelot avait sur était.',
])('French of which chardet says Latin-2 is not: %s', (text) => {
  expect(guessEncoding(encode(text, 'windows-1252')).encoding).toBe('windows-1252');
});

const DAMAGED: [string, Buffer, number][] = [
  ['a stray byte in French', Buffer.concat([Buffer.from(FRENCH), Uint8Array.of(0xe9, 10)]), 1],
  ['a cut character in Japanese', Buffer.concat([Buffer.from(JAPANESE).subarray(1), Buffer.from('x')]), 2],
  ['a few in much English', Buffer.concat([Buffer.from(ENGLISH.repeat(20)), Buffer.from([0xff, 0x41, 0x93])]), 2],
];

test.each(DAMAGED)('%s leaves it UTF-8, and the notice says where it is', (_, bytes, count) => {
  const guess = guessEncoding(bytes);
  expect(guess).toMatchObject({ encoding: 'utf-8', isBinary: false, strays: { count } });
  const [{ offset, line } = { offset: 0, line: 0 }] = guess.strays?.places ?? [];
  expect(line).toBe(bytes.subarray(0, offset).toString('latin1').split('\n').length);
  expect(noticeOf(guess)).toContain(`line ${line.toLocaleString('en')} (byte ${offset.toLocaleString('en')})`);
});

test('marks where files meet are said to stay', () => {
  const guess = guessEncoding(Buffer.from(ENGLISH));
  expect(noticeOf(guess, 2)).toBe(
    '2 of its later files begin with a byte-order mark, which stays in the text unless line ends stand between files.',
  );
});
