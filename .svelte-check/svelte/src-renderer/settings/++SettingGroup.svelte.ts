///<reference types="svelte" />
;
import type { SettingName } from '../../src-engine/hyperparameters';
import type { SettingGroup } from '../../src-engine/settings/setting';
import { groupLayout } from './setting-layout';
import type { SettingSource } from './setting-source';
import type { SettingNotes } from './setting-notes';
import SettingRow from './SettingRow.svelte';
;

  interface Props {
    group: SettingGroup;
    source: SettingSource;
    onhelp: (name: SettingName | null) => void;
    notes: SettingNotes;
  };function $$render() {

  
  
  
  
  
  

  const { group, source, onhelp, notes }: Props = $props();

  const layout = $derived(groupLayout(group, (name) => source.valueOf(name)));
;
async () => {


 { svelteHTML.createElement("section", { "aria-label":group,});
   { svelteHTML.createElement("h2", {});group; }
     for(let name of __sveltets_2_ensureArray(layout.essential)){name; { const $$_woRgnitteS1C = __sveltets_2_ensureComponent(SettingRow); new $$_woRgnitteS1C({ target: __sveltets_2_any(), props: {     name,source,onhelp,"note":notes[name],}});}}
  if(layout.more.length > 0){
     { svelteHTML.createElement("details", { "class":`disclosure`,});
       { svelteHTML.createElement("summary", {});  { svelteHTML.createElement("span", { "class":`for-screen-readers`,}); group; } }
       { svelteHTML.createElement("div", { "class":`more`,});
           for(let name of __sveltets_2_ensureArray(layout.more)){name; { const $$_woRgnitteS3C = __sveltets_2_ensureComponent(SettingRow); new $$_woRgnitteS3C({ target: __sveltets_2_any(), props: {     name,source,onhelp,"note":notes[name],}});}}
       }
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SettingGroup__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SettingGroup__SvelteComponent_ = ReturnType<typeof SettingGroup__SvelteComponent_>;
/*Ωignore_endΩ*/export default SettingGroup__SvelteComponent_;