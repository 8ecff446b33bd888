///<reference types="svelte" />
;
import type { Workbench } from '../app/workbench.svelte';
import EmptyStart from '../text/EmptyStart.svelte';
import TextFacts from '../text/TextFacts.svelte';
import BeginsFrom from '../models/BeginsFrom.svelte';
import TuneCard from '../tune/TuneCard.svelte';
import NewRunHeader from './NewRunHeader.svelte';

;type $$ComponentProps =  { workbench: Workbench };function $$render() {

  
  
  
  
  
  

  const { workbench }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const { newRun, runs, tuning } = $derived(workbench);
  const { text, settings } = $derived(newRun);
;
async () => {


if(settings.model){
   { const $$_morFsnigeB0C = __sveltets_2_ensureComponent(BeginsFrom); new $$_morFsnigeB0C({ target: __sveltets_2_any(), props: {    "model":settings.model,"onclear":() => (settings.model = null),}});}
}
if(!text.offered){
  if(tuning.panel === 'search'){ { svelteHTML.createElement("div", { "class":`tune`,}); { const $$_draCenuT1C = __sveltets_2_ensureComponent(TuneCard); new $$_draCenuT1C({ target: __sveltets_2_any(), props: { workbench,}});} }}
   { const $$_tratSytpmE0C = __sveltets_2_ensureComponent(EmptyStart); new $$_tratSytpmE0C({ target: __sveltets_2_any(), props: {             "samples":text.samples,"recent":text.recent,"onchoose":() => void newRun.choose(text.chooseByDialog),"onsample":(id) => void newRun.choose(() => text.takeSample(id)),"onrecent":(recent) => void newRun.choose(() => text.take(recent)),"onforget":() => void text.forgetRecent(),}});}
}else{
   { const $$_redaeHnuRweN0C = __sveltets_2_ensureComponent(NewRunHeader); new $$_redaeHnuRweN0C({ target: __sveltets_2_any(), props: {               "name":newRun.name,"canStart":newRun.canStart,"isStarting":newRun.isStarting,"problem":text.problem ?? settings.problem,"onrename":(name) => (newRun.name = name),"onstart":() => workbench.startNewRun(),"onqueue":runs.isTraining ? () => newRun.start(true) : undefined,}});}
   { svelteHTML.createElement("div", { "class":`tune`,}); { const $$_draCenuT1C = __sveltets_2_ensureComponent(TuneCard); new $$_draCenuT1C({ target: __sveltets_2_any(), props: { workbench,}});} }
   { svelteHTML.createElement("div", { "class":`facts`,});
    if(text.summary){
       { const $$_stcaFtxeT1C = __sveltets_2_ensureComponent(TextFacts); new $$_stcaFtxeT1C({ target: __sveltets_2_any(), props: {      "choice":text,"summary":text.summary,"onconvert":() => void newRun.convertText(),}});}
    } else if (!text.problem){
       { svelteHTML.createElement("p", { "class":`faint`,}); text.name;  }
    }
   }
}


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const NewRun__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type NewRun__SvelteComponent_ = ReturnType<typeof NewRun__SvelteComponent_>;
/*Ωignore_endΩ*/export default NewRun__SvelteComponent_;