///<reference types="svelte" />
;
import type { RunSummary } from '../../src-engine/protocol/messages';
import DraftsChoice from './DraftsChoice.svelte';
import FilterFields from './FilterFields.svelte';
import NetworkFields from './NetworkFields.svelte';
import PlainNumber from './PlainNumber.svelte';
import { TEMPERATURE_SLIDER_MOST } from './sampling-ranges';
import type { Writer } from './writer.svelte';

;type $$ComponentProps =  { writer: Writer; runs: RunSummary[] };function $$render() {

  
  
  
  
  
  
  

  const { writer, runs }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const { next } = $derived(writer);
  const options = $derived(next.options);
  const onproblem = (label: string, problem: string | null): void => next.noteProblem(label, problem);
;
async () => {


 { svelteHTML.createElement("div", { "class":`controls`,});
  if(runs.length > 0){ { const $$_sdleiFkrowteN1C = __sveltets_2_ensureComponent(NetworkFields); new $$_sdleiFkrowteN1C({ target: __sveltets_2_any(), props: {  writer,runs,}});}}
   { svelteHTML.createElement("div", { "class":`temperature`,});
     { const $$_rebmuNnialP2C = __sveltets_2_ensureComponent(PlainNumber); new $$_rebmuNnialP2C({ target: __sveltets_2_any(), props: {          "label":`Temperature`,"range":`temperature`,"value":options.temperature,onproblem,"onchange":(value) => (options.temperature = value),}});}
     { svelteHTML.createElement("input", {                "class":`slider`,"type":`range`,"min":`0`,"max":TEMPERATURE_SLIDER_MOST,"step":`0.05`,"aria-label":`Temperature, slider`,"bind:value":options.temperature,});/*Ωignore_startΩ*/() => options.temperature = __sveltets_2_any(null);/*Ωignore_endΩ*/__sveltets_2_ensureType(String, Number, `${Math.min(1, options.temperature / TEMPERATURE_SLIDER_MOST) * 100} `);}
   }
   { const $$_rebmuNnialP1C = __sveltets_2_ensureComponent(PlainNumber); new $$_rebmuNnialP1C({ target: __sveltets_2_any(), props: {          "label":`Length`,"range":`bytes`,"value":options.bytes,onproblem,"onchange":(value) => (options.bytes = value),}});}
   { svelteHTML.createElement("div", { "class":`seed`,});
     { const $$_rebmuNnialP2C = __sveltets_2_ensureComponent(PlainNumber); new $$_rebmuNnialP2C({ target: __sveltets_2_any(), props: {          "label":`Sampling seed`,"range":`seed`,"value":options.seed,onproblem,"onchange":(value) => (options.seed = value),}});}
     { svelteHTML.createElement("button", {           "type":`button`,"class":`button`,"aria-label":`New random seed`,"title":`New random seed`,"onclick":() => next.rollSeed(),});
       { svelteHTML.createElement("svg", {       "width":`16`,"height":`16`,"viewBox":`0 0 16 16`,"aria-hidden":`true`,});
         { svelteHTML.createElement("rect", {          "x":`1.5`,"y":`1.5`,"width":`13`,"height":`13`,"rx":`3`,});}
         { svelteHTML.createElement("circle", {      "cx":`5`,"cy":`5`,"r":`1.1`,});} { svelteHTML.createElement("circle", {      "cx":`11`,"cy":`5`,"r":`1.1`,});} { svelteHTML.createElement("circle", {      "cx":`8`,"cy":`8`,"r":`1.1`,});}
         { svelteHTML.createElement("circle", {      "cx":`5`,"cy":`11`,"r":`1.1`,});} { svelteHTML.createElement("circle", {      "cx":`11`,"cy":`11`,"r":`1.1`,});}
       }
     }
   }
   { svelteHTML.createElement("label", { "class":`check small`,}); { svelteHTML.createElement("input", {    "type":`checkbox`,"bind:checked":next.keepSeed,});/*Ωignore_startΩ*/() => next.keepSeed = __sveltets_2_any(null);/*Ωignore_endΩ*/}   }
   { const $$_eciohCstfarD1C = __sveltets_2_ensureComponent(DraftsChoice); new $$_eciohCstfarD1C({ target: __sveltets_2_any(), props: { next,}});}
   { const $$_sdleiFretliF1C = __sveltets_2_ensureComponent(FilterFields); new $$_sdleiFretliF1C({ target: __sveltets_2_any(), props: {  writer,runs,}});}
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const WritingControls__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type WritingControls__SvelteComponent_ = ReturnType<typeof WritingControls__SvelteComponent_>;
/*Ωignore_endΩ*/export default WritingControls__SvelteComponent_;