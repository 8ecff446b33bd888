// Puts into the page what it shows first, so that it draws its first picture at once, and only once.
import type { Beginning } from '../calls/window-api';
import type { PageSource } from './page-source';

const INDEX = '/index.html';

/** Nothing in it can end the element that holds it. */
function asElement(beginning: Beginning): string {
  return `<script type="application/json" id="beginning">${JSON.stringify(beginning).replaceAll('<', '\\u003c')}</script>`;
}

/** `tell` is asked for each page. */
export function withBeginning(page: PageSource, tell: () => Promise<Beginning>): PageSource {
  return {
    ...page,
    read: async (address, accept) => {
      const reading = page.read(address, accept);
      if (address.pathname !== INDEX) return reading;
      const [file, beginning] = await Promise.all([reading, tell()]);
      if (!file) return null;
      const html = Buffer.from(file.content).toString();
      return { ...file, content: Buffer.from(html.replace('</head>', () => `${asElement(beginning)}</head>`)) };
    },
  };
}
