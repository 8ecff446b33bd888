///<reference types="svelte" />
;
import { Tabs } from 'bits-ui';
import type { RunSummary } from '../../src-engine/protocol/messages';
import type { FileForm } from '../../src-main/calls/window-api';
import { saveFile } from '../app/save-file';
import type { Workbench } from '../app/workbench.svelte';
import LookTab from '../look/LookTab.svelte';
import CompareTab from '../compare/CompareTab.svelte';
import TrainTab from '../train/TrainTab.svelte';
import WriteTab from '../write/WriteTab.svelte';
import type { OpenedRun } from './opened-run.svelte';
import RunHeader from './RunHeader.svelte';

;type $$ComponentProps =  { workbench: Workbench; run: RunSummary; opened: OpenedRun };function $$render() {

  
  
  
  
  
  
  
  
  
  
  

  const { workbench, run, opened }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const { exports, selection } = $derived(workbench);

  const onsave = (name: string, form: FileForm, data: () => Promise<Uint8Array>): void =>
    void saveFile({ api: window.unroll, notices: workbench.notices }, name, form, data);
;
async () => {


 { svelteHTML.createElement("div", { "class":`run`,});
   { const $$_redaeHnuR1C = __sveltets_2_ensureComponent(RunHeader); new $$_redaeHnuR1C({ target: __sveltets_2_any(), props: {             run,opened,"onprimary":() => workbench.startOrPause(),"onstop":() => workbench.control('stop-run'),"isWriting":selection.tab === 'write',"onwrite":() => (selection.tab = 'write'),"onunqueue":() => workbench.actions.unqueue(run.id),}});}
   { const $$_tooR_sbaT1C = __sveltets_2_ensureComponent(Tabs.Root); const $$_tooR_sbaT1 = new $$_tooR_sbaT1C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },value:selection.tab,"class":`tabs`,}});/*Ωignore_startΩ*/() => selection.tab = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_tooR_sbaT1.$$bindings = 'value';
     { const $$_tsiL_sbaT2C = __sveltets_2_ensureComponent(Tabs.List); new $$_tsiL_sbaT2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"class":`tab-list`,"aria-label":`Run views`,}});
       { const $$_reggirT_sbaT3C = __sveltets_2_ensureComponent(Tabs.Trigger); new $$_reggirT_sbaT3C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"value":`train`,"class":`tab`,}});  Tabs.Trigger}
       { const $$_reggirT_sbaT3C = __sveltets_2_ensureComponent(Tabs.Trigger); new $$_reggirT_sbaT3C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"value":`write`,"class":`tab`,}});  Tabs.Trigger}
       { const $$_reggirT_sbaT3C = __sveltets_2_ensureComponent(Tabs.Trigger); new $$_reggirT_sbaT3C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"value":`look`,"class":`tab`,}});  Tabs.Trigger}
       { const $$_reggirT_sbaT3C = __sveltets_2_ensureComponent(Tabs.Trigger); new $$_reggirT_sbaT3C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"value":`compare`,"class":`tab`,}});  Tabs.Trigger}
     Tabs.List}
     { const $$_tnetnoC_sbaT2C = __sveltets_2_ensureComponent(Tabs.Content); new $$_tnetnoC_sbaT2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"value":`train`,"class":`panel`,}});
       { const $$_baTniarT3C = __sveltets_2_ensureComponent(TrainTab); new $$_baTniarT3C({ target: __sveltets_2_any(), props: {          run,opened,"view":workbench.chartView,"isShown":selection.tab === 'train',"ongoback":(update) => workbench.goBack(update, null),onsave,}});}
     Tabs.Content}
     { const $$_tnetnoC_sbaT2C = __sveltets_2_ensureComponent(Tabs.Content); new $$_tnetnoC_sbaT2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"value":`write`,"class":`panel`,}});
       { const $$_baTetirW3C = __sveltets_2_ensureComponent(WriteTab); new $$_baTetirW3C({ target: __sveltets_2_any(), props: {         "writer":selection.writer,"oncopy":() => void exports.copyText(),"onsave":(format) => void exports.saveText(format),"onexport":() => void exports.exportModel(),}});}
     Tabs.Content}
     { const $$_tnetnoC_sbaT2C = __sveltets_2_ensureComponent(Tabs.Content); new $$_tnetnoC_sbaT2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"value":`look`,"class":`panel`,}});
      if(selection.tab === 'look'){
         { const $$_baTkooL3C = __sveltets_2_ensureComponent(LookTab); new $$_baTkooL3C({ target: __sveltets_2_any(), props: {    "look":selection.look,"isTraining":run.state === 'training',}});}
      }
     Tabs.Content}
     { const $$_tnetnoC_sbaT2C = __sveltets_2_ensureComponent(Tabs.Content); new $$_tnetnoC_sbaT2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"value":`compare`,"class":`panel`,}});
      if(selection.tab === 'compare'){
         { const $$_baTerapmoC3C = __sveltets_2_ensureComponent(CompareTab); new $$_baTerapmoC3C({ target: __sveltets_2_any(), props: {       "comparison":workbench.comparison,"runs":workbench.runs.runs,"openedId":run.id,onsave,}});}
      }
     Tabs.Content}
   Tabs.Root}
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const RunView__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type RunView__SvelteComponent_ = ReturnType<typeof RunView__SvelteComponent_>;
/*Ωignore_endΩ*/export default RunView__SvelteComponent_;