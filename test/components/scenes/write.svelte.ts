// Scenes of the Write tab's controls.
import { mount } from 'svelte';
import AlternativesList from '../../../src-renderer/write/AlternativesList.svelte';
import type { Glyph } from '../../../src-renderer/write/glyphs';
import PlainNumber from '../../../src-renderer/write/PlainNumber.svelte';
import type { SamplingNumber } from '../../../src-renderer/write/sampling-ranges';
import SaveMenu from '../../../src-renderer/write/SaveMenu.svelte';
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
