///<reference types="svelte" />
;
import type { DraftSummary } from '../../src-engine/protocol/writing';
import type { Look } from './look.svelte';
import TextSourceBar from './TextSourceBar.svelte';
import UnitFinder from './UnitFinder.svelte';
;

  interface Props {
    look: Look;
    drafts: readonly DraftSummary[];
    isTraining: boolean;
  };function $$render() {

  
  
  
  

  const { look, drafts, isTraining }: Props = $props();
;
async () => {


 { svelteHTML.createElement("div", { "class":`controls`,});
   { const $$_raBecruoStxeT1C = __sveltets_2_ensureComponent(TextSourceBar); new $$_raBecruoStxeT1C({ target: __sveltets_2_any(), props: {   look,drafts,isTraining,}});}
  if(look.reading && (look.view === 'text' || look.view === 'units')){
     { const $$_redniFtinU1C = __sveltets_2_ensureComponent(UnitFinder); new $$_redniFtinU1C({ target: __sveltets_2_any(), props: {   look,"reading":look.reading,}});}
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const LookControls__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type LookControls__SvelteComponent_ = ReturnType<typeof LookControls__SvelteComponent_>;
/*Ωignore_endΩ*/export default LookControls__SvelteComponent_;