///<reference types="svelte" />
;
import type { Reading } from '../../../src-engine/protocol/inspection';
import { byteName } from '../byte-cells';
import type { Look } from '../look.svelte';
import UnitField from '../UnitField.svelte';
import BackwardPart from './BackwardPart.svelte';
import CopyNumbers from './CopyNumbers.svelte';
import ForwardPart from './ForwardPart.svelte';
import SoftmaxPart from './SoftmaxPart.svelte';
import SumPart from './SumPart.svelte';
import TextAround from './TextAround.svelte';

;type $$ComponentProps =  { look: Look; reading: Reading };function $$render() {

  
  
  
  
  
  
  
  
  
  

  const { look, reading }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  let from = $state(0);
  let byte = $state<number | null>(null);

  const position = $derived(Math.min(look.selected, reading.bytes.length - 2));
  const example = $derived(look.example);
  const chosenByte = $derived(byte ?? example?.target ?? 0);

  $effect(() => {
    void [position, look.truncation, look.version, look.update];
    look.workThrough();
  });
;
async () => {


if(reading.bytes.length < 2){
   { svelteHTML.createElement("p", { "class":`faint`,});                 }
}else{
   { svelteHTML.createElement("div", { "class":`bar`,});
     { svelteHTML.createElement("div", { "class":`choice`,});
       { const $$_dleiFtinU2C = __sveltets_2_ensureComponent(UnitField); new $$_dleiFtinU2C({ target: __sveltets_2_any(), props: {        "label":`Byte t`,"unit":position,"units":reading.bytes.length - 1,"onchoose":(at) => look.select(at),}});}
       { const $$_dleiFtinU2C = __sveltets_2_ensureComponent(UnitField); new $$_dleiFtinU2C({ target: __sveltets_2_any(), props: {         "label":`Truncation k`,"unit":look.truncation,"units":2001,"onchoose":(steps) => (look.truncation = steps),}});}
       { const $$_dleiFtinU2C = __sveltets_2_ensureComponent(UnitField); new $$_dleiFtinU2C({ target: __sveltets_2_any(), props: {        "label":`Unit`,"unit":look.unit,"units":reading.hiddenSize,"onchoose":(unit) => look.chooseUnit(unit),}});}
     }
    if(example){ { const $$_srebmuNypoC1C = __sveltets_2_ensureComponent(CopyNumbers); new $$_srebmuNypoC1C({ target: __sveltets_2_any(), props: { example,}});}}
   }
   { const $$_dnuorAtxeT0C = __sveltets_2_ensureComponent(TextAround); new $$_dnuorAtxeT0C({ target: __sveltets_2_any(), props: {           "bytes":reading.bytes,"encoding":look.encoding,"at":position,"reach":look.truncation,"onchoose":(at) => look.select(at),}});}
  if(example){
     { const $$_traPdrawroF0C = __sveltets_2_ensureComponent(ForwardPart); new $$_traPdrawroF0C({ target: __sveltets_2_any(), props: {     example,"encoding":look.encoding,"unit":look.unit,}});}
     { const $$_traPxamtfoS0C = __sveltets_2_ensureComponent(SoftmaxPart); new $$_traPxamtfoS0C({ target: __sveltets_2_any(), props: {       example,"encoding":look.encoding,"chosen":chosenByte,"onchoose":(value) => (byte = value),}});}
     { const $$_traPdrawkcaB0C = __sveltets_2_ensureComponent(BackwardPart); new $$_traPdrawkcaB0C({ target: __sveltets_2_any(), props: {     example,"unit":look.unit,"byte":chosenByte,}});}
     { const $$_traPmuS0C = __sveltets_2_ensureComponent(SumPart); new $$_traPmuS0C({ target: __sveltets_2_any(), props: {        example,"encoding":look.encoding,from,"to":look.unit,"onfrom":(unit) => (from = unit),}});}
     { svelteHTML.createElement("p", { "class":`small faint`,});
       { svelteHTML.createElement("sub", {});  }     example.position; byteName(example.bytes.at(-1) ?? 0, look.encoding);  
                         { svelteHTML.createElement("sub", {});  }  
         
     }
  }else{
     { svelteHTML.createElement("p", {   "class":`faint`,"role":`status`,});  }
  }
}


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ByTheBook__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ByTheBook__SvelteComponent_ = ReturnType<typeof ByTheBook__SvelteComponent_>;
/*Ωignore_endΩ*/export default ByTheBook__SvelteComponent_;