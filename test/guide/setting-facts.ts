// What the guide says of a setting in its second line, made from the table of settings.
import { SETTINGS, type SettingName } from '../../src-engine/hyperparameters';
import type { Setting } from '../../src-engine/settings/setting';

const written = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 15 });

function valuesOf(setting: Setting): string {
  if (setting.kind === 'choice') {
    const chosen = setting.options.find(({ value }) => value === setting.default)?.label ?? setting.default;
    return `Default ${chosen}; ${setting.options.map(({ label }) => label).join(', ')}.`;
  }
  const zero = setting.zeroMeans === undefined ? '' : `; 0: ${setting.zeroMeans}`;
  const unit = setting.unit === '' ? '' : ` ${setting.unit}`;
  return `Default ${written(setting.default)}${unit}; ${written(setting.least)} to ${written(setting.most)}${zero}.`;
}

/** One line, in italics. */
export function factsOf(name: SettingName): string {
  const setting: Setting = SETTINGS[name];
  const flag = setting.flag === undefined ? '' : ` In a terminal \`--${setting.flag}\`.`;
  const live = setting.live ? ' Can change while the run trains.' : '';
  return `_${valuesOf(setting)}${live}_${flag}`;
}
