// Tests that the page is given what it shows first, whole and as nothing but data, and that its other files stay as they are.
import { expect, test } from 'vitest';
import type { Beginning } from '../../../src-main/calls/window-api';
import { withBeginning } from '../../../src-main/window/page-beginning';
import type { PageSource } from '../../../src-main/window/page-source';

const HTML = '<!doctype html><html><head><title>Unroll</title></head><body></body></html>';

const source: PageSource = {
  contentSecurityPolicy: "default-src 'none'",
  reachable: [],
  read: ({ pathname }) =>
    Promise.resolve(pathname.startsWith('/no') ? null : { content: new Uint8Array(Buffer.from(HTML)), contentType: 'text/html' }), // prettier-ignore
};

function beginning(text: string | null): Beginning {
  return {
    list: { isEmpty: text === null, text },
    samples: [{ id: 'moby', title: 'Moby-Dick', description: 'A whale', prompt: null }],
    preferences: {
      theme: 'system',
      keepAwake: true,
      notifyAtEnd: true,
      closingWhileTraining: 'ask',
      wasTourLeft: false,
    },
  };
}

async function read(page: PageSource, path: string): Promise<string | null> {
  const file = await page.read(new URL(`app://unroll/${path}`), '*/*');
  return file && Buffer.from(file.content).toString();
}

/** As the page does. */
function parsed(html: string | null): unknown {
  const [, json] = /<script type="application\/json" id="beginning">(.*?)<\/script><\/head>/s.exec(html ?? '') ?? [];
  return JSON.parse(json ?? '');
}

test.each(['a run', '</script><script>alert(1)</script>', '<!-- <script>', "$& $` $' $1", '\u2028 "\\'])(
  'a list that holds %j reaches the page whole, and ends nothing',
  async (name) => {
    const given = beginning(JSON.stringify({ runs: [{ name }] }));
    const html = await read(
      withBeginning(source, () => Promise.resolve(given)),
      'index.html',
    );
    expect(parsed(html)).toEqual(given);
    expect(html?.split('<')).toHaveLength(HTML.split('<').length + 2);
  },
);

test('each page is told what holds now', async () => {
  const told = [beginning('a'), beginning(null)];
  const page = withBeginning(source, () => Promise.resolve(told.shift() ?? beginning('b')));
  expect(parsed(await read(page, 'index.html'))).toEqual(beginning('a'));
  expect(parsed(await read(page, 'index.html'))).toEqual(beginning(null));
});

test('every other file is as it was, and what is not there is not there', async () => {
  const page = withBeginning(source, () => Promise.reject(new Error('nobody may ask')));
  expect(await read(page, 'assets/index.js')).toBe(HTML);
  expect(await read(page, 'no-file.js')).toBeNull();
  const asked = withBeginning({ ...source, read: () => Promise.resolve(null) }, () => Promise.resolve(beginning(null)));
  expect(await read(asked, 'index.html')).toBeNull();
});
