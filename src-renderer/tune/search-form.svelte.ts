// Holds what the user wants searched before the search begins.
import type { SettingName } from '../../src-engine/hyperparameters';
import { SEARCH_BOUNDS, type SearchPlan } from '../../src-engine/protocol/search-plan';
import { GREATEST_SEED } from '../../src-engine/protocol/scalars';
import { parseNumber } from '../numbers/parse-number';
import type { FieldValue } from '../settings/setting-source';
import { rangeOf, rangeProblem, SEARCHABLE, suggestedRange, type RangeChoice } from './search-ranges';

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

  constructor(valueOf: (name: SettingName) => FieldValue) {
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
    if (!(minutes >= SEARCH_BOUNDS.minutes.least && minutes <= SEARCH_BOUNDS.minutes.most)) {
      return `A search cannot take "${this.minutes}" minutes. Enter a number from ${SEARCH_BOUNDS.minutes.least} to ${SEARCH_BOUNDS.minutes.most}.`;
    }
    if (
      !(
        Number.isInteger(candidates) &&
        candidates >= SEARCH_BOUNDS.candidates.least &&
        candidates <= SEARCH_BOUNDS.candidates.most
      )
    ) {
      return `A search cannot try "${this.candidates}" networks. Enter a whole number from ${SEARCH_BOUNDS.candidates.least} to ${SEARCH_BOUNDS.candidates.most}.`;
    }
    return Number.isInteger(seed) && seed >= 0 && seed <= GREATEST_SEED
      ? null
      : `"${this.seed}" is not a valid seed. Enter a whole number from 0 to ${GREATEST_SEED}.`;
  }
}
