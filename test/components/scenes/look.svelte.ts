// Scene of the choice of a unit in Look inside.
import { mount } from 'svelte';
import UnitField from '../../../src-renderer/look/UnitField.svelte';
import type { Scene } from './scene';

export const unitField: Scene<{ unit: number; units: number }> = ({ target, tell }, { unit: first, units }) => {
  let unit = $state(first);
  mount(UnitField, {
    target,
    props: {
      units,
      get unit() {
        return unit;
      },
      onchoose: (chosen) => {
        tell(chosen);
        unit = chosen;
      },
    },
  });
};
