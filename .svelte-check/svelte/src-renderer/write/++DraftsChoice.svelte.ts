///<reference types="svelte" />
;
import Segmented from '../settings/Segmented.svelte';
import type { Variation } from './draft-variations';
import type { NextDrafts } from './next-drafts.svelte';

;type $$ComponentProps =  { next: NextDrafts };function $$render() {

  
  
  

  const { next }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const id = $props.id();
  const COUNTS = ['1', '2', '3', '4'].map((value) => ({ value, label: value }));
;
async () => {


 { svelteHTML.createElement("div", { "class":`drafts`,});
   { svelteHTML.createElement("span", { "class":`small faint`,});  }
   { const $$_detnemgeS1C = __sveltets_2_ensureComponent(Segmented); new $$_detnemgeS1C({ target: __sveltets_2_any(), props: {           "name":`${id}-count`,"label":`Drafts side by side`,"value":String(next.count),"options":COUNTS,"onchoose":(value) => (next.count = Number(value)),}});}
  if(next.count > 1){
     { svelteHTML.createElement("select", {         "class":`field`,"aria-label":`Drafts differ by`,"value":next.variation,"onchange":(event) => (next.variation = event.currentTarget.value as Variation),});
       { svelteHTML.createElement("option", { "value":`seed`,});  }
       { svelteHTML.createElement("option", { "value":`temperature`,});  }
     }
  }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const DraftsChoice__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type DraftsChoice__SvelteComponent_ = ReturnType<typeof DraftsChoice__SvelteComponent_>;
/*Ωignore_endΩ*/export default DraftsChoice__SvelteComponent_;