// What files begin with that are no text, and what to say of each: a table, so that a new kind is a line.

export interface Signature {
  /** As Latin-1; `?` is any byte. */
  bytes: string;
  /** Where they stand. */
  at?: number;
  /** As part of a sentence: "is a PNG picture". */
  what: string;
  advice: Advice;
}

/** What to do with a file whose words cannot be had. */
export const ADVICE = {
  picture: 'Run text recognition (OCR) on it, then choose the text that comes out',
  sound: 'Transcribe it, then choose the transcript',
  film: 'Choose its subtitles instead, such as a .srt file',
  archive: 'Unpack it, then choose the texts in it',
  program: 'Choose a text instead',
  sheet: 'Save it as CSV in its program, then choose that',
  slides: 'Export it as PDF in its program, then choose that',
  word: 'Save it as .docx or .odt in a word processor, then choose that',
  mail: 'Save it as text or HTML in the mail program, then choose that',
  book: 'Convert it to EPUB, for example with Calibre, then choose that',
  database: 'Export its texts, then choose those',
  scan: 'Run text recognition (OCR) on it, for example with OCRmyPDF, then choose the text that comes out',
  network: 'Save the network’s state_dict with the safetensors package, then open that',
  password: 'Save a copy without a password, then choose that',
} as const;
export type Advice = keyof typeof ADVICE;

export const SIGNATURES: readonly Signature[] = [
  { bytes: '\x89PNG\r\n\x1a\n', what: 'a PNG picture', advice: 'picture' },
  { bytes: '\xff\xd8\xff', what: 'a JPEG picture', advice: 'picture' },
  { bytes: 'GIF8', what: 'a GIF picture', advice: 'picture' },
  { bytes: 'RIFF????WEBP', what: 'a WebP picture', advice: 'picture' },
  { bytes: 'II*\0', what: 'a TIFF picture', advice: 'picture' },
  { bytes: 'MM\0*', what: 'a TIFF picture', advice: 'picture' },
  { bytes: '8BPS\0\x01', what: 'a Photoshop picture', advice: 'picture' },
  { bytes: '????ftypheic', what: 'a HEIC picture', advice: 'picture' },
  { bytes: '????ftypmif1', what: 'a HEIF picture', advice: 'picture' },
  { bytes: '????ftypavif', what: 'an AVIF picture', advice: 'picture' },
  { bytes: '\0\0\x01\0?\0', what: 'an icon', advice: 'picture' },
  { bytes: '\0\0\0\fjP  \r\n', what: 'a JPEG 2000 picture', advice: 'picture' },
  { bytes: 'AT&TFORM', what: 'a DjVu scan', advice: 'scan' },
  { bytes: 'ID3', what: 'an MP3 recording', advice: 'sound' },
  { bytes: '\xff\xfb', what: 'an MP3 recording', advice: 'sound' },
  { bytes: 'OggS\0', what: 'an Ogg recording', advice: 'sound' },
  { bytes: 'fLaC\0', what: 'a FLAC recording', advice: 'sound' },
  { bytes: 'RIFF????WAVE', what: 'a WAV recording', advice: 'sound' },
  { bytes: 'FORM????AIFF', what: 'an AIFF recording', advice: 'sound' },
  { bytes: 'MThd\0\0\0\x06', what: 'a MIDI file', advice: 'program' },
  { bytes: '????ftypM4A', what: 'an M4A recording', advice: 'sound' },
  { bytes: '????ftypM4B', what: 'an audio book', advice: 'sound' },
  { bytes: '????ftyp', what: 'a film (MP4)', advice: 'film' },
  { bytes: '\x1aE\xdf\xa3', what: 'a film (Matroska or WebM)', advice: 'film' },
  { bytes: 'RIFF????AVI ', what: 'a film (AVI)', advice: 'film' },
  { bytes: '\0\0\x01\xba', what: 'a film, or subtitles that are pictures (MPEG)', advice: 'film' },
  { bytes: '\x1f\x8b\x08', what: 'a gzip archive', advice: 'archive' },
  { bytes: 'BZh?1AY&SY', what: 'a bzip2 archive', advice: 'archive' },
  { bytes: '\xfd7zXZ\0', what: 'an xz archive', advice: 'archive' },
  { bytes: '7z\xbc\xaf\x27\x1c', what: 'a 7-Zip archive', advice: 'archive' },
  { bytes: 'Rar!\x1a\x07', what: 'a RAR archive', advice: 'archive' },
  { bytes: '\x28\xb5\x2f\xfd', what: 'a Zstandard archive', advice: 'archive' },
  { bytes: 'ustar', at: 257, what: 'a tar archive', advice: 'archive' },
  { bytes: '\x7fELF', what: 'a program (ELF)', advice: 'program' },
  { bytes: 'MZ?\0?\0', what: 'a program (Windows)', advice: 'program' },
  { bytes: '\xcf\xfa\xed\xfe', what: 'a program (macOS)', advice: 'program' },
  { bytes: '\xca\xfe\xba\xbe', what: 'a program (macOS or Java)', advice: 'program' },
  { bytes: '\0asm\x01\0\0\0', what: 'a program (WebAssembly)', advice: 'program' },
  { bytes: 'SQLite format 3\0', what: 'an SQLite database', advice: 'database' },
  { bytes: '\x80\x02\x8a\n', what: 'a PyTorch file (torch.save)', advice: 'network' },
  { bytes: 'wOFF', what: 'a font', advice: 'program' },
  { bytes: 'wOF2', what: 'a font', advice: 'program' },
  { bytes: 'OTTO\0', what: 'a font', advice: 'program' },
  { bytes: '\0\x01\0\0\0', what: 'a font', advice: 'program' },
  { bytes: 'BOOKMOBI', at: 60, what: 'a Kindle book', advice: 'book' },
  { bytes: 'TPZ', what: 'a Kindle book', advice: 'book' },
  { bytes: '\xeaDRMION\xee', what: 'a Kindle book with copy protection', advice: 'book' },
  { bytes: 'ITSF\x03\0\0\0', what: 'a Windows help file (CHM)', advice: 'book' },
  { bytes: 'bplist0', what: 'a macOS property list', advice: 'program' },
];
