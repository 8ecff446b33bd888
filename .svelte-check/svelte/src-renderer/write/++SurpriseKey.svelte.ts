///<reference types="svelte" />
;
import { SURPRISE_BITS } from './glyphs';
import type { Writer } from './writer.svelte';

;type $$ComponentProps =  { writer: Writer };function $$render() {

  
  

  const { writer }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();
;
async () => {


 { svelteHTML.createElement("label", { "class":`check`,});
   { svelteHTML.createElement("input", {    "type":`checkbox`,"bind:checked":writer.isShaded,});/*Ωignore_startΩ*/() => writer.isShaded = __sveltets_2_any(null);/*Ωignore_endΩ*/}
    
  if(writer.isShaded){
     { svelteHTML.createElement("span", {     "class":`shades keeps-colours`,"title":`The surprise at which each shade starts, in bits; 8 is a pure guess among all bytes`,});
          for(let bits of __sveltets_2_ensureArray(SURPRISE_BITS)){let index = 1;bits;
         { svelteHTML.createElement("span", { });__sveltets_2_ensureType(String, Number, ` ${index + 1} `);bits; }
      }
       { svelteHTML.createElement("span", { "class":`faint`,});  }
     }
  }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SurpriseKey__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SurpriseKey__SvelteComponent_ = ReturnType<typeof SurpriseKey__SvelteComponent_>;
/*Ωignore_endΩ*/export default SurpriseKey__SvelteComponent_;