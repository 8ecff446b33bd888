// Tests the settings of a run that is being prepared.
import { describe, expect, it } from 'vitest';
import { defaultSettings, SETTING_NAMES } from '../../../src-engine/hyperparameters';
import { layoutOf, SETTING_GROUPS, UNIT_CHOICES } from '../../../src-renderer/settings/setting-layout';
import { SettingsDraft } from '../../../src-renderer/settings/settings-draft.svelte';

describe('A draft of settings', () => {
  it('begins with the defaults of the table', () => {
    expect(new SettingsDraft().settings()).toEqual(defaultSettings());
  });

  it('takes what is fitted to a text as the default, and keeps what the user changed', () => {
    const draft = new SettingsDraft();
    draft.change('hiddenSize', 256);
    draft.fit({ lanes: 4 });
    expect(draft.valueOf('lanes')).toBe(4);
    expect(draft.defaultOf('lanes')).toBe(4);
    expect(draft.valueOf('hiddenSize')).toBe(256);
  });

  it('says in a sentence what is wrong with a value', () => {
    const draft = new SettingsDraft();
    draft.change('hiddenSize', 'many');
    expect(draft.problem).toContain('Hidden size "many" is not a number');
    draft.change('hiddenSize', 64);
    expect(draft.problem).toBeNull();
  });

  it('forgets the bytes per update of sliding when segment is chosen again', () => {
    const draft = new SettingsDraft();
    draft.change('backprop', 'sliding');
    draft.change('steps', 1);
    expect(draft.settings().steps).toBe(1);
    draft.change('backprop', 'segment');
    expect(draft.settings().steps).toBe(0);
    expect(draft.problem).toBeNull();
  });
});

describe('The layout of the settings', () => {
  it('shows every setting of the table exactly once', () => {
    const shown = SETTING_GROUPS.flatMap((group) => {
      const { essential, more } = layoutOf(group, 'sliding');
      return [...essential, ...more];
    });
    const all = [...shown, ...Object.values(UNIT_CHOICES)];
    expect(all.toSorted()).toEqual(SETTING_NAMES.toSorted());
  });

  it('does not ask for the bytes per update in segment', () => {
    const { essential, more } = layoutOf('Network', 'segment');
    expect([...essential, ...more]).not.toContain('steps');
  });
});
