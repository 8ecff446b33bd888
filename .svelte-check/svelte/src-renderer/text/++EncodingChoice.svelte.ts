///<reference types="svelte" />
;
import { ENCODINGS, ENCODING_NAMES, type EncodingName } from '../../src-engine/protocol/encodings';
import type { TextChoice } from './text-choice.svelte';

;type $$ComponentProps =  { choice: TextChoice; onconvert: () => void };function $$render() {

  
  

  const { choice, onconvert }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const id = $props.id();
  const { conversion } = $derived(choice);
  const summary = $derived(choice.summary);
  const isConvertible = $derived(summary !== null && (summary.isConvertible || choice.encoding !== summary.encoding));
;
async () => {


if(summary){
   { svelteHTML.createElement("div", { "class":`row`,});
     { svelteHTML.createElement("label", {   "class":`small faint`,"for":id,});  }
     { svelteHTML.createElement("select", {          id,"class":`field`,"value":choice.encoding,"disabled":conversion.share !== null,"onchange":(event) => choice.readAs(event.currentTarget.value as EncodingName),});
         for(let name of __sveltets_2_ensureArray(ENCODING_NAMES)){name; { svelteHTML.createElement("option", { "value":name,});ENCODINGS[name]; }}
     }
   }
  if(summary.notice !== null || isConvertible){
     { svelteHTML.createElement("div", {     "class":`notice`,"role":`group`,"aria-label":`Encoding`,});
      if(summary.notice){ { svelteHTML.createElement("p", { "class":`selectable`,});summary.notice; }}
      if(conversion.share !== null){
         { svelteHTML.createElement("div", { "class":`converting`,});
           { svelteHTML.createElement("progress", {     "aria-label":`Converting`,"max":`1`,"value":conversion.share,}); }
           { svelteHTML.createElement("button", {     "type":`button`,"class":`button`,"onclick":() => conversion.stop(),});  }
         }
      } else if (isConvertible){
         { svelteHTML.createElement("button", {     "type":`button`,"class":`button`,"onclick":onconvert,});   }
      }
      if(conversion.problem){ { svelteHTML.createElement("p", {   "class":`problem`,"role":`alert`,});conversion.problem; }}
     }
  }
}


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const EncodingChoice__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type EncodingChoice__SvelteComponent_ = ReturnType<typeof EncodingChoice__SvelteComponent_>;
/*Ωignore_endΩ*/export default EncodingChoice__SvelteComponent_;