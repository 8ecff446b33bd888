// Chooses what a search tries: at random but spread, each range cut into as many parts as there are draws, every part drawn from once.
import { SETTINGS, settingProblem, type SettingName } from '../hyperparameters';
import { createRandom, nextUint32, nextUniform, type RandomState } from '../model/random';
import { problem } from '../problem';
import type { SearchRange } from '../protocol/search-plan';

export type Values = Record<string, number | string>;

/** 0 … count-1 in random order. */
function shuffled(count: number, random: RandomState): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = nextUint32(random) % (last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}

/** What lies at `share` of the way from the least to the greatest, as people would type it. */
function valueAt({ name, least, most }: Extract<SearchRange, { least: number }>, share: number): number {
  const setting = SETTINGS[name as SettingName];
  const isWhole = setting.kind === 'number' && setting.whole;
  const isLogarithmic = setting.kind === 'number' && setting.scale === 'logarithmic' && least > 0;
  const value = isLogarithmic ? least * (most / least) ** share : least + (most - least) * share;
  const rounded = isWhole ? Math.round(value) : Number(value.toPrecision(3));
  return Math.min(most, Math.max(least, rounded));
}

/** One value for each draw. */
function drawsOf(range: SearchRange, draws: number, random: RandomState): (number | string)[] {
  return shuffled(draws, random).map((part) => {
    if ('choices' in range) return range.choices[part % range.choices.length] ?? '';
    return valueAt(range, (part + nextUniform(random)) / draws);
  });
}

function checkRange(range: SearchRange): void {
  const { name } = range;
  if (!Object.hasOwn(SETTINGS, name)) throw problem(`"${name}" cannot be searched. Choose another setting.`);
  const { label } = SETTINGS[name as SettingName];
  const tried = 'choices' in range ? range.choices : [range.least, range.most];
  for (const value of tried) {
    const wrong = settingProblem(name as SettingName, value);
    if (wrong) throw problem(wrong);
  }
  if (!('choices' in range) && range.least > range.most) {
    throw problem(`${label} cannot be searched from ${range.least} to ${range.most}. Put the smaller number first.`);
  }
}

/** The same seed gives the same candidates. The first is `base`, so that a search never ends with worse than what it began with. */
export function chooseCandidates(base: Values, ranges: SearchRange[], count: number, seed: number): Values[] {
  ranges.forEach(checkRange);
  const random = createRandom(seed, 'search');
  const drawn = ranges.map((range) => ({ name: range.name, values: drawsOf(range, count - 1, random) }));
  const first = Object.fromEntries(ranges.map(({ name }) => [name, base[name] ?? '']));
  const others = Array.from({ length: count - 1 }, (_, index) =>
    Object.fromEntries(drawn.map(({ name, values }) => [name, values[index] ?? ''])),
  );
  return [first, ...others];
}
