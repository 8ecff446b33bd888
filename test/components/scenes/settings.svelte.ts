// Scenes of the settings' form: one setting of a new run or of one that trains, a choice by itself, the presets.
import { mount } from 'svelte';
import type { SettingName } from '../../../src-engine/hyperparameters';
import type { SettingChange } from '../../../src-engine/protocol/messages';
import type { OwnPreset } from '../../../src-main/calls/window-api';
import PresetBar from '../../../src-renderer/settings/PresetBar.svelte';
import { Presets } from '../../../src-renderer/settings/presets.svelte';
import { RunSettings } from '../../../src-renderer/settings/run-settings';
import Segmented from '../../../src-renderer/settings/Segmented.svelte';
import type { FieldValue } from '../../../src-renderer/settings/setting-source';
import SettingRow from '../../../src-renderer/settings/SettingRow.svelte';
import { NewRunSettings } from '../../../src-renderer/settings/new-run-settings.svelte';
import { exampleRun } from './example-run';
import type { Scene } from './scene';

/** Tells each value that the form puts into the settings; `fitted` becomes the default when a control is given the keys. */
export const settingOfNewRun: Scene<{ name: SettingName; value?: FieldValue; fitted?: number }> = (
  { target, tell },
  { name, value, fitted },
) => {
  const settings = new NewRunSettings();
  if (fitted !== undefined) target.addEventListener('focusin', () => settings.fit({ [name]: fitted }), { once: true });
  if (value !== undefined) settings.change(name, value);
  const source = {
    takesTyping: settings.takesTyping,
    valueOf: (asked: SettingName) => settings.valueOf(asked),
    defaultOf: (asked: SettingName) => settings.defaultOf(asked),
    canChange: (asked: SettingName) => settings.canChange(asked),
    change: (changed: SettingName, to: FieldValue) => {
      tell(changed, to);
      settings.change(changed, to);
    },
  };
  mount(SettingRow, { target, props: { name, source, onhelp: () => undefined } });
};

/** Tells what is sent to the engine, which takes it. */
export const settingOfRun: Scene<{ name: SettingName }> = ({ target, tell }, { name }) => {
  let changes = $state.raw<SettingChange[]>([]);
  const send = (changed: SettingName, value: FieldValue): void => {
    tell(changed, value);
    changes = [...changes, { name: changed, value, update: 1 }];
  };
  const run = exampleRun('Ahab', { state: 'training' });
  mount(SettingRow, {
    target,
    props: {
      name,
      onhelp: () => undefined,
      get source() {
        return new RunSettings(run, changes, send);
      },
    },
  });
};

/** A choice whose owner takes what is chosen, or does not. */
export const choice: Scene<{ options: string[]; value: string; disabled?: boolean; isTaken?: boolean }> = (
  { target, tell },
  { options, value: first, disabled = false, isTaken = true },
) => {
  let value = $state(first);
  mount(Segmented, {
    target,
    props: {
      name: 'choice',
      label: 'Example',
      options: options.map((option) => ({ value: option, label: option })),
      disabled,
      get value() {
        return value;
      },
      onchoose: (chosen) => {
        tell(chosen);
        if (isTaken) value = chosen;
      },
    },
  });
};

/** Tells what is kept on the disk, and the hidden size of the settings. */
export const presets: Scene<{ own: OwnPreset[]; hiddenSize?: number }> = ({ target, tell }, { own, hiddenSize }) => {
  const settings = new NewRunSettings();
  if (hiddenSize !== undefined) settings.change('hiddenSize', hiddenSize);
  const file = {
    ownPresets: () => Promise.resolve(own),
    saveOwnPresets: (kept: OwnPreset[]) => {
      tell(kept);
      return Promise.resolve();
    },
  };
  const held = new Presets(file, tell);
  void held.read();
  mount(PresetBar, { target, props: { presets: held, settings } });
};
