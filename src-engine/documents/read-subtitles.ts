// Takes the words out of subtitles: what is said, without numbers, times and marks of style.
import { readWhole } from './read-whole';
import type { Outcome, Reading } from './reading';
import type { Subtitles } from './recognise';

const SUBRIP_TIME = /^\s*\d{1,2}:\d{2}:\d{2}[,.]\d{1,3}\s*-->/;
const WEBVTT_TIME = /^\s*(?:\d+:)?\d{2}:\d{2}\.\d{3}\s*-->/;
/** `{\an8}`, in SubRip too. */
const OVERRIDES = /\{\\[^}]*\}/g;
const TAGS = /<\/?(?:[a-z][^<>\n]*|\d[\d:.]*)>/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: '\u00a0', lrm: '', rlm: '' };

const linesOf = (text: string) => text.split(/\r\n|\r|\n/);

/** In WebVTT `<` and `&` are always marks; elsewhere an ampersand is one. */
function plainLine(line: string, hasEntities: boolean): string {
  const bare = line.replace(OVERRIDES, '').replace(TAGS, '');
  const words = hasEntities ? bare.replace(/&(\w+);/g, (whole, name: string) => NAMED[name] ?? whole) : bare;
  return words.replace(/\s+/g, ' ').trim();
}

/** Blocks between empty lines; in each, what follows the line of times. */
function timedCues(text: string, time: RegExp, hasEntities: boolean): string[][] {
  const cues: string[][] = [];
  let cue: string[] | null = null;
  const lines = linesOf(text);
  for (const [index, line] of lines.entries()) {
    if (time.test(line)) {
      cue = [];
      cues.push(cue);
    } else if (line.trim() === '') {
      // Some have empty lines within a cue: only a number with times under it, or a block of notes, is a new one.
      const next = lines[index + 1] ?? '';
      const begins = time.test(next) || time.test(lines[index + 2] ?? '') || /^(?:NOTE|STYLE|REGION)\b/.test(next);
      if (begins) cue = null;
    } else {
      const isNumber = /^\s*\d+\s*$/.test(line) && time.test(lines[index + 1] ?? '');
      if (!isNumber) cue?.push(plainLine(line, hasEntities));
    }
  }
  return cues;
}

/** The text is the last of the fields that the `Format` line names. */
function subStationCues(text: string): string[][] {
  let fields = 10;
  const cues: string[][] = [];
  for (const line of linesOf(text)) {
    const format = /^Format:(.*)$/i.exec(line);
    if (format && /\bText\s*$/i.test(format[1] ?? '')) fields = (format[1] ?? '').split(',').length;
    const dialogue = /^Dialogue:(.*)$/i.exec(line)?.[1];
    if (dialogue === undefined) continue;
    const words = dialogue
      .split(',')
      .slice(fields - 1)
      .join(',');
    // Drawings are coordinates.
    if (/\{[^}]*\\p[1-9]/.test(words)) continue;
    cues.push(
      words
        .replace(/\{[^}]*\}/g, '')
        .replace(/\\h/g, ' ')
        .split(/\\[Nn]/)
        .map((part) => part.trim()),
    );
  }
  return cues;
}

function microDvdCues(text: string): string[][] {
  return linesOf(text).flatMap((line) => {
    const words = /^\{\d+\}\{\d*\}(.*)$/.exec(line)?.[1];
    if (words === undefined) return [];
    return [
      words
        .replace(/\{[^}]*\}/g, '')
        .split('|')
        .map((part) => part.replace(/^\//, '').trim()),
    ];
  });
}

const READERS: Record<Subtitles, { what: string; cues(text: string): string[][] }> = {
  subrip: { what: 'a subtitle file (SubRip)', cues: (text) => timedCues(text, SUBRIP_TIME, false) },
  webvtt: { what: 'a subtitle file (WebVTT)', cues: (text) => timedCues(text, WEBVTT_TIME, true) },
  substation: { what: 'a subtitle file (SubStation Alpha)', cues: subStationCues },
  microdvd: { what: 'a subtitle file (MicroDVD)', cues: microDvdCues },
};

/** Subtitles that roll repeat the line before: it is written once. */
export async function readSubtitles(reading: Reading, form: Subtitles): Promise<Outcome> {
  const { builder, leftOut, progress } = reading;
  const { what, cues } = READERS[form];
  let before: string[] = [];
  let count = 0;
  for (const lines of cues(await readWhole(reading))) {
    const spoken = lines.filter((line) => line !== '');
    const fresh = spoken.filter((line) => !before.includes(line));
    leftOut.add('repeated', spoken.length - fresh.length);
    for (const line of fresh) {
      builder.literal(line);
      builder.lineEnd();
    }
    if (fresh.length > 0) count += 1;
    before = spoken;
  }
  progress(1);
  return { what, unit: 'caption', count };
}
