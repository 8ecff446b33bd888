// Counts what a document has besides its words, so that the person is told what was left out.
import { numberInSentence } from '../problem';

/** One, and several. */
const WORDS = {
  picture: ['picture', 'pictures'],
  hidden: ['hidden character', 'hidden characters'],
  comment: ['comment', 'comments'],
  deletion: ['deleted passage', 'deleted passages'],
  margin: ['header or footer', 'headers and footers'],
  marginLine: ['line of running heads, feet and page numbers', 'lines of running heads, feet and page numbers'],
  wordlessPage: ['page without text (a scan?)', 'pages without text (scans?)'],
  missing: ['chapter that is missing from the file', 'chapters that are missing from the file'],
  contents: ['table of contents', 'tables of contents'],
  reading: ['pronunciation aid (ruby)', 'pronunciation aids (ruby)'],
  navigation: ['navigation block', 'navigation blocks'],
  field: ['form field', 'form fields'],
  symbol: ['symbol that is no character', 'symbols that are no characters'],
  noteMark: ['note number', 'note numbers'],
  member: ['file that is no text', 'files that are no texts'],
  repeated: ['repeated line', 'repeated lines'],
  brokenPage: ['page that could not be read', 'pages that could not be read'],
} as const;
export type Thing = keyof typeof WORDS;

export interface LeftOut {
  add(thing: Thing, count?: number): void;
  /** For people: "12 pictures"; none where nothing was. */
  phrases(): string[];
}

export function createLeftOut(): LeftOut {
  const counts = new Map<Thing, number>();
  return {
    add(thing, count = 1) {
      if (count > 0) counts.set(thing, (counts.get(thing) ?? 0) + count);
    },
    phrases: () =>
      [...counts].map(([thing, count]) => `${numberInSentence(count)} ${WORDS[thing][count === 1 ? 0 : 1]}`),
  };
}
