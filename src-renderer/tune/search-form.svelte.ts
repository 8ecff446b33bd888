// Holds what the user wants searched before the search begins.
import type { SettingName } from '../../src-engine/hyperparameters';
import type { SearchPlan } from '../../src-engine/protocol/messages';
import { parseNumber } from '../numbers/parse-number';
import type { DraftValue } from '../settings/setting-source';
import { rangeOf, rangeProblem, SEARCHABLE, suggestedRange, type RangeChoice } from './search-ranges';

const LEAST_MINUTES = 0.1;
const MOST_MINUTES = 10_000;
const LEAST_CANDIDATES = 2;
const MOST_CANDIDATES = 64;

export class SearchForm {
  ranges = $state.raw<RangeChoice[]>([]);
  minutes = $state('10');
  candidates = $state('8');
  seed = $state('1');

  readonly problem = $derived.by(() => {
    const searched = this.ranges.filter((range) => range.isSearched);
    if (searched.length === 0) return 'Choose at least one setting to search.';
    const wrong = searched.map(rangeProblem).find((found) => found !== null);
    return wrong ?? this.#amountProblem();
  });

  constructor(valueOf: (name: SettingName) => DraftValue) {
    this.ranges = SEARCHABLE.map((name) => suggestedRange(name, valueOf(name)));
  }

  change(name: SettingName, change: Partial<RangeChoice>): void {
    this.ranges = this.ranges.map((range) => (range.name === name ? { ...range, ...change } : range));
  }

  /** Only while there is no problem. */
  plan(): SearchPlan {
    return {
      ranges: this.ranges.filter((range) => range.isSearched).map(rangeOf),
      minutes: parseNumber(this.minutes) ?? 0,
      candidates: parseNumber(this.candidates) ?? 0,
      seed: parseNumber(this.seed) ?? 0,
    };
  }

  #amountProblem(): string | null {
    const { minutes, candidates, seed } = this.plan();
    if (!(minutes >= LEAST_MINUTES && minutes <= MOST_MINUTES)) {
      return `A search cannot take "${this.minutes}" minutes. Enter a number from ${LEAST_MINUTES} to ${MOST_MINUTES}.`;
    }
    if (!(Number.isInteger(candidates) && candidates >= LEAST_CANDIDATES && candidates <= MOST_CANDIDATES)) {
      return `A search cannot try "${this.candidates}" networks. Enter a whole number from ${LEAST_CANDIDATES} to ${MOST_CANDIDATES}.`;
    }
    return Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32
      ? null
      : `"${this.seed}" is not a valid seed. Enter a whole number from 0 to ${2 ** 32 - 1}.`;
  }
}
