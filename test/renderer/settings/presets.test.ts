// Tests the presets: the built-in ones on texts of every size, and the user's own.
import { describe, expect, it } from 'vitest';
import { fitDefaults } from '../../../src-engine/corpus/fit-settings';
import { defaultSettings, settingsProblem } from '../../../src-engine/hyperparameters';
import type { OwnPreset } from '../../../src-main/calls/window-api';
import { BUILT_IN_PRESETS, costOfByte } from '../../../src-engine/settings/presets';
import { Presets } from '../../../src-renderer/settings/presets.svelte';
import { NewRunSettings } from '../../../src-renderer/settings/new-run-settings.svelte';

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
      for (const pace of [null, 1e9, 1e11, 1e14]) {
        const defaults = fitDefaults(bytes);
        const settings = { ...defaults, ...changes(defaults, { textBytes: bytes, pace }) };
        expect(settingsProblem(settings)).toBeNull();
      }
    }
  });

  describe('that have minutes', () => {
    const withMinutes = BUILT_IN_PRESETS.slice(0, 3);
    const widthOf = (preset: (typeof withMinutes)[number], textBytes: number, pace: number) =>
      preset.changes(fitDefaults(textBytes), { textBytes, pace }).hiddenSize!;

    it('choose a wider network on a faster computer, for a longer text and for more minutes', () => {
      for (const preset of withMinutes) {
        expect(widthOf(preset, 1e6, 1e12)).toBeGreaterThan(widthOf(preset, 1e6, 1e10));
        expect(widthOf(preset, 3e7, 1e14)).toBeGreaterThan(widthOf(preset, 3e5, 1e14));
      }
      const widths = withMinutes.map((preset) => widthOf(preset, 1.2e6, 4e11));
      expect(widths).toEqual(widths.toSorted((a, b) => a - b));
      expect(new Set(widths).size).toBe(3);
    });

    it('take about their minutes by the speed that was measured', () => {
      for (const [index, preset] of withMinutes.entries()) {
        for (const [textBytes, pace] of [
          [1e6, 4e11],
          [4e5, 1e11],
          [5e7, 4e11],
        ] as const) {
          const { hiddenSize, length } = preset.changes(fitDefaults(textBytes), { textBytes, pace });
          const seconds = (length! * textBytes * 0.95 * costOfByte(hiddenSize!)) / pace;
          expect(Math.abs(seconds / 60 / [1, 5, 15][index]! - 1)).toBeLessThan(0.1);
        }
      }
    });

    it('do not make a run of a very long text wait until its bytes are counted', () => {
      for (const preset of withMinutes) {
        const alphabet = (textBytes: number) =>
          preset.changes(fitDefaults(textBytes), { textBytes, pace: 4e11 }).alphabet;
        expect([1e6, 1.2e10].map(alphabet)).toEqual(['occurring', 'all']);
      }
    });

    it('leave out more the more often a text is read, and nothing of one that is read once', () => {
      const [, balanced, best] = withMinutes;
      const dropout = (preset: typeof balanced, textBytes: number) =>
        preset!.changes(fitDefaults(textBytes), { textBytes, pace: 4e11 }).dropout!;
      expect(dropout(best, 1e6)).toBeGreaterThan(dropout(balanced, 1e6));
      expect(dropout(balanced, 1e6)).toBeGreaterThan(dropout(balanced, 5e6));
      expect(dropout(best, 1e9)).toBe(0);
    });
  });

  it('By the book is the equations as written', () => {
    const { presets } = presetsOver();
    const settings = new NewRunSettings();
    presets.choose('By the book', settings);
    expect(settings.values()).toMatchObject({
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
    const settings = new NewRunSettings();
    expect(presets.matching(settings)).toBe('Balanced');
    for (const { name } of [...BUILT_IN_PRESETS, ...BUILT_IN_PRESETS.toReversed()]) {
      presets.choose(name, settings);
      expect(presets.matching(settings)).toBe(name);
    }
    settings.change('hiddenSize', 77);
    expect(presets.matching(settings)).toBeNull();
  });
});

describe('The user’s own presets', () => {
  it('are saved, chosen, renamed and deleted, and are there again afterwards', async () => {
    const { file, presets } = presetsOver();
    const settings = new NewRunSettings();
    settings.change('hiddenSize', 77);
    presets.save(' Mine ', settings);
    settings.replace({});
    presets.choose('Mine', settings);
    expect(settings.valueOf('hiddenSize')).toBe(77);
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
    const settings = new NewRunSettings();
    presets.choose('Old', settings);
    expect(settings.values()).toEqual({ ...defaultSettings(), hiddenSize: 50 });
  });

  it('need a name that nobody has', () => {
    const { presets } = presetsOver([{ name: 'Mine', values: {} }]);
    expect(presets.nameProblem(' ')).toContain('Enter a name');
    expect(presets.nameProblem('Balanced')).toContain('is a built-in preset');
    presets.save('Mine', new NewRunSettings());
    expect(presets.nameProblem('Mine')).toContain('already');
    expect(presets.nameProblem('Mine', 'Mine')).toBeNull();
  });
});
