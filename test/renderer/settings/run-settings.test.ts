// Tests the settings of a run that has begun.
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src-engine/hyperparameters';
import { RunSettings } from '../../../src-renderer/settings/run-settings';
import { summary } from '../../run-summary';

const run = summary('a', { state: 'training', settings: { ...defaultSettings() }, totalUpdates: 10 });

describe('The settings of a run that has begun', () => {
  it('show what was changed last', () => {
    const changes = [0.01, 0.02].map((value, update) => ({ update, name: 'learningRate', value }));
    expect(new RunSettings(run, changes, () => {}).valueOf('learningRate')).toBe(0.02);
  });

  it('let only the live ones be changed, and none of a finished run', () => {
    const training = new RunSettings(run, [], () => {});
    expect(training.canChange('learningRate')).toBe(true);
    expect(training.canChange('hiddenSize')).toBe(false);
    expect(new RunSettings({ ...run, state: 'finished' }, [], () => {}).canChange('learningRate')).toBe(false);
  });

  it('send nothing when nothing is changed', () => {
    const sent: unknown[] = [];
    const settings = new RunSettings(run, [], (name, value) => sent.push([name, value]));
    settings.change('learningRate', run.settings.learningRate ?? NaN);
    settings.change('learningRate', 0.004);
    expect(sent).toEqual([['learningRate', 0.004]]);
  });
});
