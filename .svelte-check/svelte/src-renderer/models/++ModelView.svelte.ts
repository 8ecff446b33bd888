///<reference types="svelte" />
;
import { Tabs } from 'bits-ui';
import type { ModelSummary } from '../../src-engine/protocol/messages';
import type { Workbench } from '../app/workbench.svelte';
import LookTab from '../look/LookTab.svelte';
import { formatCount } from '../numbers/format';
import WriteTab from '../write/WriteTab.svelte';

;type $$ComponentProps =  { workbench: Workbench; model: ModelSummary };function $$render() {

  
  
  
  
  
  

  const { workbench, model }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const { exports, newRun, selection } = $derived(workbench);

  const BYTE_VALUES = 256;
  const weights = $derived(model.hiddenSize * (2 * BYTE_VALUES + model.hiddenSize));
  /** It cannot train by itself. */
  const tab = $derived(selection.tab === 'look' ? 'look' : 'write');
;
async () => {


 { svelteHTML.createElement("div", { "class":`model`,});
   { svelteHTML.createElement("header", { "class":`spread`,});
     { svelteHTML.createElement("div", { "class":`title`,});
       { svelteHTML.createElement("h1", { "class":`one-line selectable`,});model.name; }
       { svelteHTML.createElement("p", { "class":`faint`,}); formatCount(model.hiddenSize);   formatCount(weights);  }
     }
     { svelteHTML.createElement("div", { "class":`buttons`,});
       { svelteHTML.createElement("button", {     "type":`button`,"class":`button primary`,"onclick":() => newRun.trainOn(model),});  }
       { svelteHTML.createElement("button", {     "type":`button`,"class":`button`,"onclick":() => workbench.removeModel(model.id),});  }
     }
   }
   { const $$_tooR_sbaT1C = __sveltets_2_ensureComponent(Tabs.Root); new $$_tooR_sbaT1C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"value":tab,"onValueChange":(value) => (selection.tab = value),"class":`tabs`,}});
     { const $$_tsiL_sbaT2C = __sveltets_2_ensureComponent(Tabs.List); new $$_tsiL_sbaT2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"class":`tab-list`,"aria-label":`Model views`,}});
       { const $$_reggirT_sbaT3C = __sveltets_2_ensureComponent(Tabs.Trigger); new $$_reggirT_sbaT3C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"value":`write`,"class":`tab`,}});  Tabs.Trigger}
       { const $$_reggirT_sbaT3C = __sveltets_2_ensureComponent(Tabs.Trigger); new $$_reggirT_sbaT3C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"value":`look`,"class":`tab`,}});  Tabs.Trigger}
     Tabs.List}
     { const $$_tnetnoC_sbaT2C = __sveltets_2_ensureComponent(Tabs.Content); new $$_tnetnoC_sbaT2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"value":`write`,"class":`panel`,}});
       { const $$_baTetirW3C = __sveltets_2_ensureComponent(WriteTab); new $$_baTetirW3C({ target: __sveltets_2_any(), props: {         "writer":selection.writer,"oncopy":() => void exports.copyText(),"onsave":(format) => void exports.saveText(format),"onexport":() => void exports.exportModel(),}});}
     Tabs.Content}
     { const $$_tnetnoC_sbaT2C = __sveltets_2_ensureComponent(Tabs.Content); new $$_tnetnoC_sbaT2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"value":`look`,"class":`panel`,}});
      if(tab === 'look'){ { const $$_baTkooL3C = __sveltets_2_ensureComponent(LookTab); new $$_baTkooL3C({ target: __sveltets_2_any(), props: {    "look":selection.look,"isTraining":false,}});}}
     Tabs.Content}
   Tabs.Root}
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ModelView__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ModelView__SvelteComponent_ = ReturnType<typeof ModelView__SvelteComponent_>;
/*Ωignore_endΩ*/export default ModelView__SvelteComponent_;