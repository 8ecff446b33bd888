// Scenes of the Write tab's controls.
import { mount } from 'svelte';
import { blocksOf } from '../../../src-engine/protocol/text-blocks';
import AlternativesList from '../../../src-renderer/write/AlternativesList.svelte';
import { DraftView } from '../../../src-renderer/write/draft-view.svelte';
import type { Glyph } from '../../../src-renderer/write/glyphs';
import PlainNumber from '../../../src-renderer/write/PlainNumber.svelte';
import type { SamplingNumber } from '../../../src-renderer/write/sampling-ranges';
import SaveMenu from '../../../src-renderer/write/SaveMenu.svelte';
import { TextSurface } from '../../../src-renderer/write/text-surface';
import { cardPicture } from '../../../src-renderer/card/card-picture';
import { readChartTheme } from '../../../src-renderer/train/chart-theme';
import type { Scene } from './scene';

const letter = (text: string): Glyph => ({ at: 0, length: 1, text, mark: null, surprise: 0, isGiven: false });

/** `letters`, the most likely first, each half as likely as the one before; with `isAsked` they come at the event "answer". */
export const alternatives: Scene<{ letters: string; taken?: string; isAsked?: boolean }> = (
  { target, tell },
  { letters, taken, isAsked = false },
) => {
  const all = Array.from(letters, (text, index) => ({ bytes: [text.charCodeAt(0)], probability: 0.5 ** (index + 1) }));
  let known = $state.raw(isAsked ? null : all);
  addEventListener('answer', () => (known = all));
  target.style.position = 'relative';
  mount(AlternativesList, {
    target,
    props: {
      get question() {
        return { draft: 'draft', at: 0, length: 1, alternatives: known };
      },
      encoding: 'utf-8',
      taken: taken === undefined ? null : letter(taken),
      left: 20,
      top: 20,
      onchoose: ({ bytes }) => tell('choose', String.fromCharCode(...bytes)),
      onclose: () => tell('close'),
    },
  });
};

export const plainNumber: Scene<{ range: SamplingNumber; label: string; value: number }> = (
  { target, tell },
  { range, label, value: first },
) => {
  let value = $state(first);
  mount(PlainNumber, {
    target,
    props: {
      label,
      range,
      get value() {
        return value;
      },
      onchange: (taken) => {
        tell(taken);
        value = taken;
      },
    },
  });
};

export const saveMenu: Scene<{ isDisabled?: boolean }> = ({ target, tell }, { isDisabled = false }) => {
  mount(SaveMenu, { target, props: { isDisabled, onsave: tell, oncard: () => tell('card') } });
};

/** A numbered line each 40 bytes, as a draft of that many bytes; the event "reveal" brings a byte into view. Each drawing is told. */
export const longDraft: Scene<{ bytes: number; isShaded: boolean }> = ({ target, tell }, { bytes, isShaded }) => {
  const lines = Array.from({ length: bytes / 40 }, (_, line) => `${String(line).padEnd(39, ' the whale,')}\n`).join('');
  const all = new TextEncoder().encode(lines);
  const probabilities = Float32Array.from(all, (_, index) => 2 ** -((index * 7) % 11));
  const scroller = document.createElement('div');
  scroller.style.cssText = 'height: 400px; overflow: auto';
  scroller.id = 'scroller';
  const content = document.createElement('div');
  content.className = 'drawn-text';
  scroller.append(content);
  target.append(scroller);
  const view: DraftView = new DraftView('long', {
    read: (from, count, request) => {
      const [some, end] = [all.subarray(from, from + count), from + count];
      queueMicrotask(() =>
        view.arrived({ from, bytes: some, probabilities: probabilities.subarray(from, end) }, request),
      );
    },
  });
  view.opened(all.length, blocksOf(all, 'utf-8'));
  const surface = new TextSurface({
    scroller,
    content,
    view,
    isShaded: () => isShaded,
    onDrawn: (isWhole) => tell(isWhole, content.querySelectorAll('*').length),
  });
  addEventListener('reveal', (event) => surface.reveal(Number((event as CustomEvent).detail)));
};

/** A card of a text, given as a picture; its bytes' size is told. */
export const card: Scene<{ given: string; written: string; points: number; name: string }> = (
  { target, tell },
  { given, written, points, name },
) => {
  const content = {
    name,
    parts: [
      { text: given, isGiven: true },
      { text: written, isGiven: false },
    ],
    isWhole: true,
    curve: Array.from({ length: points }, (_, x) => ({ x, y: 2 + 5 / (1 + x / 10) })),
    curveWords: { first: '7.00', last: '2.10', unit: 'bits/byte' },
    facts: '192 hidden units  ·  25,700 updates  ·  2.10 bits/byte on held-out text  ·  temperature 0.8  ·  seed 5',
  };
  void cardPicture(content, readChartTheme()).then(async (bytes) => {
    const image = document.createElement('img');
    image.src = URL.createObjectURL(new Blob([bytes as BlobPart], { type: 'image/png' }));
    image.style.width = '600px';
    await image.decode();
    target.append(image);
    tell(image.naturalWidth, image.naturalHeight);
  });
};
