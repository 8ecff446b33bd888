///<reference types="svelte" />
;
import TextCard from '../text/TextCard.svelte';
import type { Workbench } from './workbench.svelte';

;type $$ComponentProps =  { workbench: Workbench; onchoose: () => void };function $$render() {

  
  

  const { workbench, onchoose }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const { run } = $derived(workbench.selection);
  const { text } = $derived(workbench.newRun);
;
async () => {


if(run){
   { const $$_draCtxeT0C = __sveltets_2_ensureComponent(TextCard); new $$_draCtxeT0C({ target: __sveltets_2_any(), props: {             "name":run.textName,"bytes":run.textBytes,"encoding":run.textEncoding,"onlocate":workbench.actions.lostText === run.id || run.state === 'failed'
      ? () => void workbench.actions.locateText(run.id)
      : undefined,"onchoose":() => void workbench.continueOnAnotherText(),"chooseLabel":`Continue on another text…`,}});}
} else if (text.offered){
   { const $$_draCtxeT0C = __sveltets_2_ensureComponent(TextCard); new $$_draCtxeT0C({ target: __sveltets_2_any(), props: {              "name":text.name,"bytes":text.summary?.bytes ?? null,"encoding":text.summary && text.encoding,"distinct":text.summary?.counts.distinctBytes ?? null,"problem":text.problem,"onclear":() => text.clear(),onchoose,}});}
}else{
   { const $$_draCtxeT0C = __sveltets_2_ensureComponent(TextCard); new $$_draCtxeT0C({ target: __sveltets_2_any(), props: {       "name":null,"bytes":null,"encoding":null,onchoose,}});}
}
};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SelectionText__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SelectionText__SvelteComponent_ = ReturnType<typeof SelectionText__SvelteComponent_>;
/*Ωignore_endΩ*/export default SelectionText__SvelteComponent_;