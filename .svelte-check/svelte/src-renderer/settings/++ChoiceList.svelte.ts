///<reference types="svelte" />
;
import { SETTINGS, type SettingName } from '../../src-engine/hyperparameters';
import type { ChoiceSetting } from '../../src-engine/settings/setting';
import type { SettingSource } from './setting-source';

;type $$ComponentProps =  { name: SettingName; source: SettingSource };function $$render() {

  
  
  

  const { name, source }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const setting = $derived(SETTINGS[name] as ChoiceSetting);
;
async () => {


  { svelteHTML.createElement("select", {            "class":`field`,"aria-label":setting.label,"title":setting.help,"value":source.valueOf(name),"disabled":!source.canChange(name),"onchange":(event) => source.change(name, event.currentTarget.value),});
     for(let option of __sveltets_2_ensureArray(setting.options)){option.value;
     { svelteHTML.createElement("option", { "value":option.value,});option.label; }
  }
 }
};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ChoiceList__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ChoiceList__SvelteComponent_ = ReturnType<typeof ChoiceList__SvelteComponent_>;
/*Ωignore_endΩ*/export default ChoiceList__SvelteComponent_;