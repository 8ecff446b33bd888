// Tests the settings of a run that is being prepared.
import { describe, expect, it } from 'vitest';
import { defaultSettings, SETTING_NAMES, SETTINGS } from '../../../src-engine/hyperparameters';
import { SETTING_GROUPS } from '../../../src-engine/settings/setting';
import { groupLayout, unitChoiceOf } from '../../../src-renderer/settings/setting-layout';
import { NewRunSettings } from '../../../src-renderer/settings/new-run-settings.svelte';

describe('The settings of a new run', () => {
  it('begins with the defaults of the table', () => {
    expect(new NewRunSettings().values()).toEqual(defaultSettings());
  });

  it('takes what is fitted to a text as the default, and keeps what the user changed', () => {
    const settings = new NewRunSettings();
    settings.change('hiddenSize', 256);
    settings.fit({ lanes: 4 });
    expect(settings.valueOf('lanes')).toBe(4);
    expect(settings.defaultOf('lanes')).toBe(4);
    expect(settings.valueOf('hiddenSize')).toBe(256);
  });

  it('has a preset follow the text, and says what was changed by hand', () => {
    const settings = new NewRunSettings();
    settings.usePreset(({ hiddenSize }) => ({ hiddenSize: 4 * hiddenSize }));
    settings.change('learningRate', 0.01);
    settings.fit({ hiddenSize: 32 });
    expect(settings.valueOf('hiddenSize')).toBe(128);
    expect(settings.valueOf('learningRate')).toBe(0.01);
    expect(['hiddenSize', 'learningRate'].map((name) => settings.isByHand(name as 'seed'))).toEqual([false, true]);
    settings.change('hiddenSize', 128);
    expect(settings.isByHand('hiddenSize')).toBe(false);
    settings.change('hiddenSize', 32);
    expect(settings.changes()).toEqual({ learningRate: 0.01 });
  });

  it('begins with Balanced, whose width follows the text and this computer’s speed', () => {
    const settings = new NewRunSettings();
    settings.fit({}, 1_000_000);
    settings.pace = 1e10;
    const slow = settings.valueOf('hiddenSize');
    settings.pace = 1e12;
    expect(Number(settings.valueOf('hiddenSize'))).toBeGreaterThan(Number(slow));
    expect(settings.defaultOf('hiddenSize')).toBe(settings.valueOf('hiddenSize'));
    expect(settings.isByHand('hiddenSize')).toBe(false);
    expect(settings.changes()).toMatchObject({ hiddenSize: settings.valueOf('hiddenSize'), schedule: 'cosine' });
  });

  it('fits the preset’s other settings to the width that a model brings', () => {
    const settings = new NewRunSettings();
    settings.fit({}, 1_000_000);
    const length = Number(settings.valueOf('length'));
    settings.model = { id: 'model-1', name: 'Pip', hiddenSize: 1024, optimizer: null };
    expect(settings.valueOf('hiddenSize')).toBe(1024);
    expect(Number(settings.valueOf('length'))).toBeLessThan(length / 2);
  });

  it('says in a sentence what is wrong with a value', () => {
    const settings = new NewRunSettings();
    settings.change('hiddenSize', 'many');
    expect(settings.problem).toContain('Hidden size "many" is not a number');
    settings.change('hiddenSize', 64);
    expect(settings.problem).toBeNull();
  });

  it('forgets the bytes per update of sliding when segment is chosen again', () => {
    const settings = new NewRunSettings();
    settings.change('backprop', 'sliding');
    settings.change('steps', 1);
    expect(settings.values().steps).toBe(1);
    settings.change('backprop', 'segment');
    expect(settings.values().steps).toBe(0);
    expect(settings.problem).toBeNull();
  });
});

describe('The layout of the settings', () => {
  it('shows every setting of the table exactly once, with the choice that it needs', () => {
    const beside = SETTING_NAMES.flatMap((name) => unitChoiceOf(name) ?? []);
    for (const name of SETTING_NAMES) {
      const { onlyWith } = SETTINGS[name];
      const values = { ...defaultSettings(), ...(onlyWith && { [onlyWith.setting]: onlyWith.value }) };
      const shown = SETTING_GROUPS.flatMap((group) => {
        const { essential, more } = groupLayout(group, (other) => values[other]);
        return [...essential, ...more];
      });
      expect([...shown, ...beside].filter((each) => each === name)).toEqual([name]);
    }
  });

  it('does not ask for the bytes per update in segment', () => {
    const { essential, more } = groupLayout('Network', () => 'segment');
    expect([...essential, ...more]).not.toContain('steps');
  });
});
