///<reference types="svelte" />
;
import { SETTINGS, type SettingName } from '../../src-engine/hyperparameters';
import { formatForField, unitOf } from '../numbers/format';
import { isWithoutNumber, unitChoiceOf } from './setting-layout';
import type { FieldValue, SettingSource } from './setting-source';

;type $$ComponentProps =  { name: SettingName; source: SettingSource };function $$render() {

  
  
  
  

  const { name, source }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const setting = $derived(SETTINGS[name]);

  function wordsOf(asked: SettingName): string {
    const row = SETTINGS[asked];
    const value: FieldValue = source.valueOf(asked);
    if (row.kind === 'choice') return row.options.find((option) => option.value === value)?.label ?? String(value);
    if (value === 0 && row.zeroMeans) return row.zeroMeans;
    return typeof value === 'number' ? `${formatForField(value)} ${unitOf(value, row.unit)}`.trim() : value;
  }

  const words = $derived.by(() => {
    const unit = unitChoiceOf(name);
    if (unit === undefined) return wordsOf(name);
    if (isWithoutNumber(unit, source.valueOf(unit))) return wordsOf(unit);
    return `${wordsOf(name)} ${unitOf(source.valueOf(name), wordsOf(unit).toLowerCase())}`;
  });
;
async () => {


 { svelteHTML.createElement("dl", {});
   { svelteHTML.createElement("dt", {});setting.label; }
   { svelteHTML.createElement("dd", { "class":`selectable`,});words; }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SettingFact__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SettingFact__SvelteComponent_ = ReturnType<typeof SettingFact__SvelteComponent_>;
/*Ωignore_endΩ*/export default SettingFact__SvelteComponent_;