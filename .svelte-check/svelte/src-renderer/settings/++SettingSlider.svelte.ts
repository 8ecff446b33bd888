///<reference types="svelte" />
;
import type { NumberSetting } from '../../src-engine/settings/setting';
import { formatForField } from '../numbers/format';
import type { FieldValue } from './setting-source';
import { nearestStop, sliderStops } from './slider-stops';
;

  interface Props {
    setting: NumberSetting;
    value: FieldValue;
    disabled: boolean;
    /** Reports every move; otherwise only where it stops. */
    live: boolean;
    onslide: (value: number) => void;
  };function $$render() {

  
  
  
  

  const { setting, value, disabled, live, onslide }: Props = $props();

  const stops = $derived(sliderStops(setting));
  const known = $derived(typeof value === 'number' ? nearestStop(stops, value) : 0);
  let moved = $state<number | null>(null);
  const position = $derived(moved ?? known);
  /** A typed value may lie between two stops. */
  const spoken = $derived(moved === null && typeof value === 'number' ? value : (stops[position] ?? 0));

  function slide(input: HTMLInputElement, isDone: boolean): void {
    const stop = stops[input.valueAsNumber];
    moved = isDone ? null : input.valueAsNumber;
    if (stop !== undefined && (live || isDone)) onslide(stop);
  }
;
async () => {


 { svelteHTML.createElement("input", {                       "class":`slider`,"type":`range`,"min":`0`,"max":stops.length - 1,"step":`1`,"value":position,disabled,"aria-label":`${setting.label}, slider`,"aria-valuetext":`${formatForField(spoken)} ${setting.unit}`.trim(),"oninput":(event) => slide(event.currentTarget, false),"onchange":(event) => slide(event.currentTarget, true),});__sveltets_2_ensureType(String, Number, `${(position / (stops.length - 1)) * 100} `);}
};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SettingSlider__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SettingSlider__SvelteComponent_ = ReturnType<typeof SettingSlider__SvelteComponent_>;
/*Ωignore_endΩ*/export default SettingSlider__SvelteComponent_;