// Finds the sections of the guide that have all the words looked for; those with a word in their heading come first.
import type { Block, Chapter, GuidePlace, Inline } from './guide-tree';

export interface FoundSection extends GuidePlace {
  chapterTitle: string;
  title: string;
  /** The words around the first one found. */
  excerpt: string;
}

interface Section extends GuidePlace {
  chapterTitle: string;
  title: string;
  text: string;
}

const MOST_FOUND = 30;
const BEFORE = 40;
const AFTER = 90;

function wordsOf(inlines: Inline[]): string {
  return inlines
    .map((inline) => {
      if (typeof inline === 'string') return inline;
      return inline.kind === 'code' ? inline.text : wordsOf(inline.inlines);
    })
    .join('');
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return wordsOf(block.inlines);
    case 'list':
      return block.items.map((item) => item.map(textOf).join(' ')).join(' ');
    case 'code':
      return block.text;
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(wordsOf).join(' ')).join(' ');
    case 'picture':
      return block.about;
  }
}

function sectionsOf({ name, title, blocks }: Chapter): Section[] {
  const sections: Section[] = [{ chapter: name, section: null, chapterTitle: title, title, text: '' }];
  for (const block of blocks) {
    const last = sections.at(-1);
    if (block.kind === 'heading') {
      const heading = wordsOf(block.inlines);
      sections.push({ chapter: name, section: block.id, chapterTitle: title, title: heading, text: '' });
    } else if (last) last.text += `${last.text && ' '}${textOf(block)}`;
  }
  return sections;
}

function excerptOf(text: string, word: string): string {
  const at = Math.max(0, text.toLowerCase().indexOf(word));
  const from = at <= BEFORE ? 0 : text.indexOf(' ', at - BEFORE) + 1;
  const end = at + AFTER >= text.length ? text.length : text.lastIndexOf(' ', at + AFTER);
  return `${from > 0 ? '… ' : ''}${text.slice(from, Math.max(end, at))}${end < text.length ? ' …' : ''}`;
}

export function searchGuide(chapters: readonly Chapter[], query: string): FoundSection[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const [first] = words;
  if (first === undefined) return [];
  const inTitle = ({ title }: Section): number => words.filter((word) => title.toLowerCase().includes(word)).length;
  const found = chapters.flatMap(sectionsOf).filter((section) => {
    const text = `${section.title} ${section.text}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return found
    .toSorted((a, b) => inTitle(b) - inTitle(a))
    .slice(0, MOST_FOUND)
    .map(({ text, ...section }) => ({ ...section, excerpt: excerptOf(text, first) }));
}
