// Tests that every slider made from the table of settings can be moved and can rest on the default.
import { describe, expect, it } from 'vitest';
import { SETTING_NAMES, SETTINGS, settingProblem } from '../../../src-engine/hyperparameters';
import { nearestStop, sliderStops } from '../../../src-renderer/settings/slider-stops';

const sliders = SETTING_NAMES.filter((name) => {
  const setting = SETTINGS[name];
  return setting.kind === 'number' && setting.slider;
});

describe.each(sliders)('The slider of %s', (name) => {
  const setting = SETTINGS[name];
  if (setting.kind !== 'number') throw new Error('only numbers have sliders');
  const stops = sliderStops(setting);

  it('has distinct, rising stops, all of which may be used', () => {
    for (const [index, stop] of stops.entries()) {
      expect(settingProblem(name, stop)).toBeNull();
      if (index > 0) expect(stop).toBeGreaterThan(stops[index - 1]!);
    }
  });

  it('reaches both ends of the range', () => {
    expect(stops[0]).toBe(setting.least);
    expect(stops.at(-1)).toBe(setting.most);
  });

  it('rests on the default', () => {
    expect(stops[nearestStop(stops, setting.default)]).toBe(setting.default);
  });

  it('is short enough to be crossed with the keyboard', () => {
    expect(stops.length).toBeLessThanOrEqual(120);
  });
});
