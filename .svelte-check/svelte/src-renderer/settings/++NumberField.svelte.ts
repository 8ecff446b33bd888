///<reference types="svelte" />
;
import { SETTINGS, settingProblem, type SettingName } from '../../src-engine/hyperparameters';
import type { NumberSetting } from '../../src-engine/settings/setting';
import { formatForField } from '../numbers/format';
import { parseNumber } from '../numbers/parse-number';
import type { FieldValue, SettingSource } from './setting-source';
import SettingSlider from './SettingSlider.svelte';
;

  interface Props {
    name: SettingName;
    id: string;
    source: SettingSource;
  };function $$render() {

  
  
  
  
  
  

  const { name, id, source }: Props = $props();

  let typed = $state<string | null>(null);
  /** What held when typing began. */
  let before: FieldValue = '';

  const setting = $derived(SETTINGS[name] as NumberSetting);
  const value = $derived(source.valueOf(name));
  const read = (text: string): FieldValue => parseNumber(text) ?? text;
  const shown = $derived(typed ?? (typeof value === 'number' ? formatForField(value) : value));
  const problem = $derived(settingProblem(name, typed === null ? value : read(typed)));
  const zeroMeans = $derived(value === 0 ? setting.zeroMeans : undefined);

  function take(text: string): void {
    if (typed === null) before = value;
    typed = text;
    if (source.takesTyping) source.change(name, read(text));
  }

  function finish(): void {
    if (typed === null || (problem !== null && !source.takesTyping)) return;
    source.change(name, read(typed));
    typed = null;
  }

  function undo(): void {
    if (typed !== null && source.takesTyping) source.change(name, before);
    typed = null;
  }

  function pressed(event: KeyboardEvent): void {
    if (event.key === 'Enter') finish();
    if (event.key === 'Escape') undo();
  }
;
async () => {


 { svelteHTML.createElement("div", { "class":`number`,});
  if(setting.slider){
     { const $$_redilSgnitteS1C = __sveltets_2_ensureComponent(SettingSlider); new $$_redilSgnitteS1C({ target: __sveltets_2_any(), props: {         setting,value,"disabled":!source.canChange(name),"onslide":(next) => {
        typed = null;
        source.change(name, next);
      },"live":source.takesTyping,}});}
  }
   { svelteHTML.createElement("input", {                         id,"class":`field`,"inputmode":`decimal`,"autocomplete":`off`,"spellcheck":`false`,"value":shown,"disabled":!source.canChange(name),"aria-invalid":problem !== null,"aria-describedby":`${id}-help${problem ? ` ${id}-problem` : ''}`,"oninput":(event) => take(event.currentTarget.value),"onblur":finish,"onkeydown":pressed,});!setting.slider;}
 }
if(problem){
   { svelteHTML.createElement("p", {   "class":`problem`,"id":`${id}-problem`,});problem; }
} else if (zeroMeans){
   { svelteHTML.createElement("p", { "class":`small faint`,}); zeroMeans; }
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const NumberField__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type NumberField__SvelteComponent_ = ReturnType<typeof NumberField__SvelteComponent_>;
/*Ωignore_endΩ*/export default NumberField__SvelteComponent_;