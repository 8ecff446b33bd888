// What a search may vary, and the range it suggests for each: around the value that it has now.
import { SETTING_NAMES, SETTINGS, settingProblem, type SettingName } from '../../src-engine/hyperparameters';
import type { SearchRange } from '../../src-engine/protocol/search-plan';
import { formatForField } from '../numbers/format';
import { parseNumber } from '../numbers/parse-number';
import type { FieldValue } from '../settings/setting-source';

/** The settings that a search may vary, in the order in which they are offered. */
export const SEARCHABLE: SettingName[] = SETTING_NAMES.filter((name) => SETTINGS[name].searchPlace).toSorted(
  (a, b) => (SETTINGS[a].searchPlace ?? 0) - (SETTINGS[b].searchPlace ?? 0),
);

/** By what factor a range reaches below and above. */
const REACH = 4;
/** Of a linear range, the part that is tried at least; twice the value that it has now, where that is more. */
const LINEAR_SHARE = 0.1;

export interface RangeChoice {
  name: SettingName;
  isSearched: boolean;
  /** As typed; numbers only. */
  least: string;
  most: string;
  /** The chosen options; choices only. */
  options: string[];
}

export function suggestedRange(name: SettingName, value: FieldValue): RangeChoice {
  const setting = SETTINGS[name];
  const isSearched = setting.searchedAtFirst === true;
  if (setting.kind === 'choice') {
    return { name, isSearched, least: '', most: '', options: setting.options.map((option) => option.value) };
  }
  const around = typeof value === 'number' && value > 0 ? value : setting.default;
  const neat = (x: number): string =>
    formatForField(
      setting.whole ? Math.round(x) : Number(Math.min(setting.most, Math.max(setting.least, x)).toPrecision(2)),
    );
  if (setting.scale === 'linear') {
    const most = Math.max(setting.most * LINEAR_SHARE, typeof value === 'number' ? 2 * value : 0);
    return { name, isSearched, least: neat(setting.least), most: neat(most), options: [] };
  }
  const least = Math.max(setting.least, setting.whole ? 1 : 0, around / REACH);
  return { name, isSearched, least: neat(least), most: neat(Math.min(setting.most, around * REACH)), options: [] };
}

/** The problem with a range, as a message; null when it may be searched. */
export function rangeProblem({ name, least, most, options }: RangeChoice): string | null {
  const setting = SETTINGS[name];
  if (setting.kind === 'choice') return options.length > 0 ? null : `${setting.label}: choose at least one.`;
  const ends = [least, most].map((typed) => parseNumber(typed) ?? typed);
  const wrong = ends.map((end) => settingProblem(name, end)).find((found) => found !== null);
  if (wrong) return wrong;
  return Number(ends[0]) > Number(ends[1])
    ? `${setting.label} from ${least} to ${most}: put the smaller number first.`
    : null;
}

/** Only for a range without a problem. */
export function rangeOf({ name, least, most, options }: RangeChoice): SearchRange {
  if (SETTINGS[name].kind === 'choice') return { name, choices: [...options] };
  return { name, least: parseNumber(least) ?? NaN, most: parseNumber(most) ?? NaN };
}
