// Turns a chapter of docs/guide into plain data that the page draws element by element: no markup is left that could do anything.
import { marked } from 'marked';
import { slugOf } from './slug.mjs';

/** What running text may write as entities; code is as it stands. */
const ENTITIES = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const decoded = (text) => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]);

/** What a chapter may hold; anything else, markup above all, stops the build. */
function unknown({ type, raw }) {
  return new Error(`The guide can show no ${type}: ${raw.trim().slice(0, 80)}`);
}

/** `chapter.md#section`, `#section` or `chapter.md`; the guide leads nowhere else. */
function linkTo(href) {
  const [, file = '', section = ''] = /^(?:([\w-]+)\.md)?(?:#(.+))?$/.exec(href) ?? [];
  if (!file && !section) throw new Error(`The guide links to its own chapters only, not to ${href}.`);
  return { chapter: file || null, section: section || null };
}

function inlineOf(token) {
  switch (token.type) {
    case 'text':
    case 'escape':
      return token.tokens ? inlinesOf(token.tokens) : [decoded(token.text)];
    case 'codespan':
      return [{ kind: 'code', text: token.text }];
    case 'strong':
      return [{ kind: 'strong', inlines: inlinesOf(token.tokens) }];
    case 'em':
      return [{ kind: 'em', inlines: inlinesOf(token.tokens) }];
    case 'link':
      return [{ kind: 'link', ...linkTo(token.href), inlines: inlinesOf(token.tokens) }];
    default:
      throw unknown(token);
  }
}

const inlinesOf = (tokens) => tokens.flatMap(inlineOf);

function itemOf({ tokens }) {
  return tokens.flatMap((token) =>
    token.type === 'text' ? [{ kind: 'paragraph', inlines: inlinesOf(token.tokens) }] : blocksOf([token]),
  );
}

function blockOf(token) {
  const [only] = token.tokens ?? [];
  switch (token.type) {
    case 'space':
      return [];
    case 'paragraph':
      if (token.tokens.length === 1 && only.type === 'image') {
        return [{ kind: 'picture', file: only.href, about: decoded(only.text) }];
      }
      return [{ kind: 'paragraph', inlines: inlinesOf(token.tokens) }];
    case 'heading':
      return [
        { kind: 'heading', level: token.depth, id: slugOf(decoded(token.text)), inlines: inlinesOf(token.tokens) },
      ];
    case 'list':
      return [{ kind: 'list', isOrdered: token.ordered, items: token.items.map(itemOf) }];
    case 'code':
      return [{ kind: 'code', text: token.text }];
    case 'table':
      return [
        {
          kind: 'table',
          head: token.header.map((cell) => inlinesOf(cell.tokens)),
          rows: token.rows.map((row) => row.map((cell) => inlinesOf(cell.tokens))),
        },
      ];
    default:
      throw unknown(token);
  }
}

const blocksOf = (tokens) => tokens.flatMap(blockOf);

/** `name` is the file's, without its ending; the first heading is the title. */
export function readChapter(name, markdown) {
  const [title, ...blocks] = blocksOf(marked.lexer(markdown));
  if (title?.kind !== 'heading' || title.level !== 1) throw new Error(`${name}.md does not begin with its title.`);
  return { name, title: title.inlines.join(''), blocks };
}
