// Tests the presets: the built-in ones on texts of every size, and the user's own.
import { describe, expect, it } from 'vitest';
import { fitDefaults } from '../../../src-engine/corpus/fit-settings';
import { defaultSettings, settingsProblem } from '../../../src-engine/hyperparameters';
import type { OwnPreset } from '../../../src-main/calls/window-api';
import { BUILT_IN_PRESETS } from '../../../src-renderer/settings/built-in-presets';
import { Presets } from '../../../src-renderer/settings/presets.svelte';
import { SettingsDraft } from '../../../src-renderer/settings/settings-draft.svelte';

/** A file that remembers, and the presets over it. */
function presetsOver(stored: OwnPreset[] = []) {
  const file = { content: stored };
  const presets = new Presets(
    {
      ownPresets: () => Promise.resolve(file.content),
      saveOwnPresets: (content) => {
        file.content = content;
        return Promise.resolve();
      },
    },
    () => undefined,
  );
  return { file, presets };
}

describe('The built-in presets', () => {
  it.each(BUILT_IN_PRESETS)('$name may be used with a text of any size', ({ changes }) => {
    for (const bytes of [300, 10_000, 1_000_000, 4_000_000_000]) {
      const defaults = fitDefaults(bytes);
      expect(settingsProblem({ ...defaults, ...changes(defaults) })).toBeNull();
    }
  });

  it('By the book is the equations as written', () => {
    const { presets } = presetsOver();
    const draft = new SettingsDraft();
    presets.choose('By the book', draft);
    expect(draft.settings()).toMatchObject({
      optimizer: 'sgd',
      lanes: 1,
      backprop: 'sliding',
      truncation: 25,
      steps: 1,
      clipNorm: 0,
      schedule: 'constant',
    });
  });

  it('are each recognised when chosen, in any order, until a setting is changed', () => {
    const { presets } = presetsOver();
    const draft = new SettingsDraft();
    expect(presets.matching(draft)).toBe('Balanced');
    for (const { name } of [...BUILT_IN_PRESETS, ...BUILT_IN_PRESETS.toReversed()]) {
      presets.choose(name, draft);
      expect(presets.matching(draft)).toBe(name);
    }
    draft.change('hiddenSize', 77);
    expect(presets.matching(draft)).toBeNull();
  });
});

describe('The user’s own presets', () => {
  it('are saved, chosen, renamed and deleted, and are there again afterwards', async () => {
    const { file, presets } = presetsOver();
    const draft = new SettingsDraft();
    draft.change('hiddenSize', 77);
    presets.save(' Mine ', draft);
    draft.replace({});
    presets.choose('Mine', draft);
    expect(draft.valueOf('hiddenSize')).toBe(77);
    presets.rename('Mine', 'Ours');
    const { presets: again } = presetsOver(file.content);
    await again.read();
    expect(again.own).toEqual([{ name: 'Ours', values: { hiddenSize: 77 } }]);
    again.remove('Ours');
    expect(again.own).toEqual([]);
  });

  it('pass over what this version does not know', async () => {
    const values = { hiddenSize: 50, wisdom: 7, learningRate: -1 };
    const { presets } = presetsOver([{ name: 'Old', values }]);
    await presets.read();
    const draft = new SettingsDraft();
    presets.choose('Old', draft);
    expect(draft.settings()).toEqual({ ...defaultSettings(), hiddenSize: 50 });
  });

  it('need a name that nobody has', () => {
    const { presets } = presetsOver([{ name: 'Mine', values: {} }]);
    expect(presets.nameProblem(' ')).toContain('Enter a name');
    expect(presets.nameProblem('Balanced')).toContain('is a built-in preset');
    presets.save('Mine', new SettingsDraft());
    expect(presets.nameProblem('Mine')).toContain('already');
    expect(presets.nameProblem('Mine', 'Mine')).toBeNull();
  });
});
