// Tests the ranges that a search suggests, and what it says of those that are typed.
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src-engine/hyperparameters';
import { BUILT_IN_PRESETS } from '../../../src-engine/settings/presets';
import { NewRunSettings } from '../../../src-renderer/settings/new-run-settings.svelte';
import { SearchForm } from '../../../src-renderer/tune/search-form.svelte';
import { rangeOf, rangeProblem, SEARCHABLE, suggestedRange } from '../../../src-renderer/tune/search-ranges';

describe.each(SEARCHABLE)('The suggested range of %s', (name) => {
  it('may be searched, and holds what one has', () => {
    const value = defaultSettings()[name];
    const choice = suggestedRange(name, value);
    expect(rangeProblem(choice)).toBeNull();
    const range = rangeOf(choice);
    if ('choices' in range) expect(range.choices).toContain(value);
    else if (typeof value === 'number' && value > 0) {
      expect(range.least).toBeLessThan(value);
      expect(range.most).toBeGreaterThan(value);
    }
  });
});

describe.each(BUILT_IN_PRESETS.slice(0, 3))('A search that begins with $name', ({ changes }) => {
  it('tries what lies around its values', () => {
    const settings = new NewRunSettings();
    settings.usePreset(changes);
    settings.fit({}, 1_000_000);
    settings.pace = 4e11;
    const { ranges } = new SearchForm((name) => settings.valueOf(name));
    for (const choice of ranges) {
      const [value, range] = [settings.valueOf(choice.name), rangeOf(choice)];
      if ('choices' in range) expect(range.choices).toContain(value);
      else {
        expect(range.least).toBeLessThanOrEqual(Number(value));
        expect(range.most).toBeGreaterThan(Number(value));
      }
    }
  });
});

describe('The form of a search', () => {
  const form = () => new SearchForm((name) => defaultSettings()[name]);

  it('can begin as it is', () => {
    const fresh = form();
    expect(fresh.problem).toBeNull();
    expect(fresh.plan().ranges.map(({ name }) => name)).toEqual(['learningRate', 'hiddenSize']);
  });

  it('says in a sentence what keeps it from beginning', () => {
    const wrong = form();
    wrong.change('learningRate', { least: '1', most: '0.1' });
    expect(wrong.problem).toContain('put the smaller number first');
    wrong.change('learningRate', { least: 'much' });
    expect(wrong.problem).toContain('"much" is not a number');
    wrong.change('learningRate', { isSearched: false });
    expect(wrong.problem).toBeNull();
    wrong.change('hiddenSize', { isSearched: false });
    expect(wrong.problem).toContain('at least one setting');
  });

  it('says which amounts cannot be', () => {
    const wrong = form();
    wrong.minutes = 'ten';
    expect(wrong.problem).toContain('"ten" minutes');
    wrong.minutes = '5';
    wrong.candidates = '1';
    expect(wrong.problem).toContain('"1" networks');
    wrong.candidates = '4';
    wrong.seed = '-1';
    expect(wrong.problem).toContain('not a valid seed');
  });
});
