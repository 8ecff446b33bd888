// Entry of the page that a component test opens: sets up the scene that the address names.
import '../../../src-renderer/tokens.css';
import '../../../src-renderer/base.css';
import '../../../src-renderer/controls.css';
import '../../../src-renderer/arrangements.css';

const asked = new URLSearchParams(location.hash.slice(1));
const told: unknown[][] = [];
const target = document.getElementById('app');

// Formats read the locale when they are loaded, so the scenes come after it.
Object.assign(globalThis, { unroll: { locale: asked.get('locale') }, told });
const { SCENES } = await import('../scenes/all-scenes');
const setUp = SCENES[asked.get('scene') as keyof typeof SCENES] as (stage: unknown, options: unknown) => void;

// Chromium drops the keys that come before a page is painted, so the test presses one until it is heard.
addEventListener(
  'keyup',
  () => {
    setUp({ target, tell: (...what: unknown[]) => told.push(what) }, JSON.parse(asked.get('options') ?? '{}'));
    document.body.dataset.scene = 'ready';
  },
  { once: true },
);
