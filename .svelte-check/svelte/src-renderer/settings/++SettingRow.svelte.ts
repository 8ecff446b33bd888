///<reference types="svelte" />
;
import { SETTINGS, type SettingName } from '../../src-engine/hyperparameters';
import ChoiceList from './ChoiceList.svelte';
import NumberField from './NumberField.svelte';
import Segmented from './Segmented.svelte';
import SettingFact from './SettingFact.svelte';
import { isWithoutNumber, unitChoiceOf } from './setting-layout';
import type { SettingSource } from './setting-source';
;

  interface Props {
    name: SettingName;
    source: SettingSource;
    onhelp: (name: SettingName | null) => void;
    note?: string | undefined;
  };function $$render() {

  
  
  
  
  
  
  

  const { name, source, onhelp, note }: Props = $props();

  const MOST_SIDE_BY_SIDE = 3;

  const id = $props.id();
  const setting = $derived(SETTINGS[name]);
  const unitChoice = $derived(unitChoiceOf(name));
  const isBare = $derived(unitChoice !== undefined && isWithoutNumber(unitChoice, source.valueOf(unitChoice)));
  const differs = $derived(source.valueOf(name) !== source.defaultOf(name));
;
async () => {



  { svelteHTML.createElement("div", {          "class":`row`,"onpointerenter":() => onhelp(name),"onpointerleave":() => onhelp(null),"onfocusin":() => onhelp(name),"onfocusout":() => onhelp(null),});
  if(!source.canChange(name) && !source.takesTyping){
     { const $$_tcaFgnitteS1C = __sveltets_2_ensureComponent(SettingFact); new $$_tcaFgnitteS1C({ target: __sveltets_2_any(), props: {  name,source,}});}
  }else{
     { svelteHTML.createElement("div", { "class":`head`,});
       { svelteHTML.createElement("span", { "class":`label`,});
        if(setting.kind === 'number' && !isBare){ { svelteHTML.createElement("label", { "for":id,});setting.label; }}else{ { svelteHTML.createElement("span", { });setting.label; }}
        if(source.isByHand?.(name)){ { svelteHTML.createElement("span", {     "class":`by-hand`,"title":`Changed by hand: it stays when you choose another text`,}); { svelteHTML.createElement("span", { "class":`for-screen-readers`,});   } }}
        if(setting.kind === 'number' && setting.unit){ { svelteHTML.createElement("span", { "class":`small faint`,});setting.unit; }}
       }
      if(differs && source.canChange(name)){
         { svelteHTML.createElement("button", {        "type":`button`,"class":`link reset small`,"aria-label":`Reset ${setting.label} to ${source.defaultOf(name)}`,"onclick":() => source.change(name, source.defaultOf(name)),});  }
      }
     }
    if(setting.kind === 'number'){
       { svelteHTML.createElement("div", {  "class":`control`,});unitChoice !== undefined && !isBare;
        if(!isBare){ { svelteHTML.createElement("div", {}); { const $$_dleiFrebmuN3C = __sveltets_2_ensureComponent(NumberField); new $$_dleiFrebmuN3C({ target: __sveltets_2_any(), props: {   name,id,source,}});} }}
        if(unitChoice){ { const $$_tsiLeciohC2C = __sveltets_2_ensureComponent(ChoiceList); new $$_tsiLeciohC2C({ target: __sveltets_2_any(), props: {   "name":unitChoice,source,}});}}
       }
    } else if (setting.options.length > MOST_SIDE_BY_SIDE){
       { const $$_tsiLeciohC1C = __sveltets_2_ensureComponent(ChoiceList); new $$_tsiLeciohC1C({ target: __sveltets_2_any(), props: {  name,source,}});}
    }else{
       { const $$_detnemgeS1C = __sveltets_2_ensureComponent(Segmented); new $$_detnemgeS1C({ target: __sveltets_2_any(), props: {               "name":id,"label":setting.label,"value":String(source.valueOf(name)),"options":setting.options,"disabled":!source.canChange(name),"describedBy":`${id}-help`,"onchoose":(value) => source.change(name, value),}});}
    }
  }
  if(note){ { svelteHTML.createElement("p", { "class":`small faint`,});note; }}
   { svelteHTML.createElement("p", {   "class":`for-screen-readers`,"id":`${id}-help`,});
    setting.help;source.canChange(name) ? '' : ' It was fixed when the run started.';
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SettingRow__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SettingRow__SvelteComponent_ = ReturnType<typeof SettingRow__SvelteComponent_>;
/*Ωignore_endΩ*/export default SettingRow__SvelteComponent_;