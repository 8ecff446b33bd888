///<reference types="svelte" />
;
import type { ModelSummary } from '../../src-engine/protocol/messages';
import { formatCount } from '../numbers/format';

;type $$ComponentProps =  { model: ModelSummary; onclear: () => void };function $$render() {

  
  

  const { model, onclear }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();
;
async () => {


 { svelteHTML.createElement("div", {   "class":`from`,"role":`status`,});
   { svelteHTML.createElement("p", {});
          { svelteHTML.createElement("strong", {});model.name; }    formatCount(model.hiddenSize);  
   }
   { svelteHTML.createElement("button", {     "type":`button`,"class":`button quiet`,"onclick":onclear,});   }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const BeginsFrom__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type BeginsFrom__SvelteComponent_ = ReturnType<typeof BeginsFrom__SvelteComponent_>;
/*Ωignore_endΩ*/export default BeginsFrom__SvelteComponent_;